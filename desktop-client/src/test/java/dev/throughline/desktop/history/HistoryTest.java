package dev.throughline.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.memo.Relay;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.RecordHistory.Entry;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final long MINUTE = 60_000;

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:10:00Z"));
  private final List<Toast> toasts = new ArrayList<>();
  private final List<UndoResult.ChangedSince> compared = new ArrayList<>();
  private final Relay relay = new Relay();
  private ClientWiring anna;
  private ClientWiring ben;
  private UndoLog undo;
  private RecordId study;
  private HistorySource source =
      (record, before) ->
          new HistoryAnswer.Page(
              relay.history(record).stream().filter(entry -> entry.seq() < before).toList(), false);

  @BeforeEach
  void open() throws Exception {
    anna = Desk.open(folder.resolve("anna"));
    ben = Desk.open(folder.resolve("ben"));
    ben.settings().setDisplayName("Ben T.");
    relay.join(anna);
    relay.join(ben);
    undo = new UndoLog(anna.ledger());
    study = anna.ledger().newRecord();
    set(anna, "title", "Tariffs");
    round();
  }

  @AfterEach
  void close() {
    anna.close();
    ben.close();
  }

  private void set(ClientWiring desk, String field, String value) {
    Desk.save(desk, new Draft.Set(study, "study", Map.of(field, Value.text(value))));
  }

  private void round() throws Exception {
    relay.push(anna);
    relay.push(ben);
    relay.pull(anna);
    relay.pull(ben);
  }

  private HistoryViewModel history() {
    UndoCommands commands =
        new UndoCommands(undo, time, Runnable::run, toasts::add, compared::add, _ -> {});
    return new HistoryViewModel(
        new HistoryParts(
            source,
            anna.ledger().store(),
            commands,
            new Surroundings(time, Runnable::run, new ShownTime(time, ZoneOffset.UTC), toasts::add),
            compared::add,
            _ -> {}),
        study,
        "Anna K.");
  }

  private static Entry entry(long seq, String author, long at, Map<String, Value> fields) {
    return new Entry(seq, author, "d-" + author, at, false, false, new TreeMap<>(fields));
  }

  @Test
  void entriesOfOnePersonWithinFiveMinutesAreOneFromFirstToLast() {
    Past past =
        new Past(
            List.of(
                entry(9, "Ben", 20 * MINUTE, Map.of("title", Value.text("d"))),
                entry(5, "Anna", 8 * MINUTE, Map.of("title", Value.text("c"))),
                entry(4, "Anna", 5 * MINUTE, Map.of("title", Value.text("b"))),
                entry(1, "Anna", -3 * MINUTE, Map.of("title", Value.text("a")))),
            true);
    List<Revision> revisions = past.revisions();
    assertThat(revisions).hasSize(3);
    assertThat(revisions.get(1).fields())
        .containsExactly(
            new Revision.FieldLine("title", Optional.of(Value.text("a")), Value.text("c")));
    assertThat(revisions.get(1).fromMillis()).isEqualTo(5 * MINUTE);
    assertThat(revisions.get(1).held()).isEqualTo(Map.of("title", Value.text("c")));
    assertThat(revisions.getLast().fields().getFirst().before()).contains(Value.NOTHING);
  }

  @Test
  void whatWasBeforeTheOldestKnownEntryIsNotInvented() {
    Past past = new Past(List.of(entry(9, "Ben", 0, Map.of("title", Value.text("d")))), false);
    assertThat(past.revisions().getFirst().fields().getFirst().before()).isEmpty();
    Past more = past.and(List.of(entry(3, "Anna", -9 * MINUTE, Map.of())), false);
    assertThat(more.revisions().getFirst().fields().getFirst().before()).contains(Value.NOTHING);
  }

  @Test
  void erasedEntryShowsAsErasedAndHidesWhatWasBefore() {
    Entry erased = new Entry(2, "Anna", "a", 0, false, true, new TreeMap<>());
    Past past =
        new Past(
            List.of(entry(9, "Ben", 20 * MINUTE, Map.of("title", Value.text("d"))), erased), true);
    assertThat(past.revisions().getLast().kind()).isEqualTo(Revision.Kind.ERASED);
    assertThat(past.revisions().getLast().canBeRestored()).isFalse();
    assertThat(past.revisions().getFirst().fields().getFirst().before()).isEmpty();
  }

  @Test
  void ownUnsentWorkStandsOnTop() throws Exception {
    set(ben, "title", "Ben's");
    round();
    set(anna, "title", "Unsent");
    HistoryViewModel history = history();
    assertThat(history.revisions())
        .extracting(RevisionWords::who)
        .containsExactly("You", "Ben T.", "You");
    assertThat(history.revisions().getFirst().note()).isEqualTo("not on the server yet");
    assertThat(history.revisions().getFirst().lines())
        .containsExactly(new RevisionWords.Line("Title", "Ben's", "Unsent", true));
    history.close();
  }

  @Test
  void earlierVersionComesBackAsAnEditThatCanBeTakenBack() throws Exception {
    set(ben, "title", "Ben's");
    round();
    HistoryViewModel history = history();
    history.restore(history.revisions().getLast());
    assertThat(title()).isEqualTo("Tariffs");
    assertThat(toasts.getLast().title()).isEqualTo("Earlier version restored");
    toasts.getLast().actions().getFirst().run().run();
    assertThat(title()).isEqualTo("Ben's");
    history.close();
  }

  @Test
  void valueThatMovedSinceItWasLookedAtIsComparedInstead() throws Exception {
    set(ben, "title", "Ben's");
    round();
    HistoryViewModel history = history();
    history.close();
    set(anna, "title", "Newer");
    history.restore(history.revisions().getLast());
    assertThat(title()).isEqualTo("Newer");
    assertThat(compared).hasSize(1);
    assertThat(compared.getFirst().differences().getFirst().before())
        .isEqualTo(Value.text("Tariffs"));
    assertThat(compared.getFirst().differences().getFirst().now()).isEqualTo(Value.text("Newer"));
  }

  @Test
  void comparisonTellsThenAndNow() throws Exception {
    set(ben, "title", "Ben's");
    round();
    HistoryViewModel history = history();
    List<ComparedField> fields = new ArrayList<>();
    history.compare(history.revisions().getLast(), fields::addAll);
    assertThat(fields).containsExactly(new ComparedField("Title", "Tariffs", "Ben's"));
    history.close();
  }

  @Test
  void losersOfConflictsAreAmongTheVersionsAndCanBeTaken() throws Exception {
    set(ben, "title", "Ben's");
    java.util.concurrent.locks.LockSupport.parkNanos(3_000_000);
    set(anna, "title", "Anna's");
    round();
    relay.pull(anna);
    HistoryViewModel history = history();
    RevisionWords kept =
        history.revisions().stream()
            .filter(one -> one.revision().kind() == Revision.Kind.KEPT)
            .findFirst()
            .orElseThrow();
    assertThat(kept.who()).isEqualTo("Ben T.");
    history.restore(kept);
    assertThat(title()).isEqualTo("Ben's");
    history.close();
  }

  @Test
  void offlineThePageSaysSoAndShowsWhatIsHere() {
    source = (_, _) -> new HistoryAnswer.Offline();
    set(anna, "title", "Unsent");
    HistoryViewModel history = history();
    assertThat(history.noticeProperty().get()).contains("cannot be reached");
    assertThat(history.awayProperty().get()).isTrue();
    assertThat(history.revisions()).hasSize(1);
    history.close();
  }

  private String title() {
    return anna.ledger().store().find(study).orElseThrow().fields().get("title")
            instanceof Value.Text(String words)
        ? words
        : "";
  }
}
