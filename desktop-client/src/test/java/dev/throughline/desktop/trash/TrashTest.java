package dev.throughline.desktop.trash;

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
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:10:00Z"));
  private final List<Toast> toasts = new ArrayList<>();
  private final Relay relay = new Relay();
  private ClientWiring anna;
  private UndoLog undo;
  private TrashViewModel trash;
  private RecordId study;
  private RecordId interview;

  @BeforeEach
  void open() {
    anna = Desk.open(folder.resolve("anna"));
    undo = new UndoLog(anna.ledger());
    trash =
        new TrashViewModel(
            new TrashParts(
                anna.ledger().store(),
                new UndoCommands(undo, time, Runnable::run, toasts::add, _ -> {}, _ -> {}),
                new Surroundings(
                    time, Runnable::run, new ShownTime(time, ZoneOffset.UTC), toasts::add),
                _ -> {}));
    study = made("study", Map.of("title", Value.text("Tariffs")));
    interview =
        made(
            "interview",
            Map.of("title", Value.text("The letter"), "study", Value.text(study.toString())));
    trash.setShowing(true);
  }

  @AfterEach
  void close() {
    anna.close();
  }

  private RecordId made(String kind, Map<String, Value> fields) {
    RecordId id = anna.ledger().newRecord();
    Desk.save(anna, new Draft.Set(id, kind, fields));
    return id;
  }

  private void throwAway(ClientWiring desk, RecordId id, String kind) {
    Desk.save(desk, new Draft.Move(id, kind, Action.TRASH));
    time.pass(Duration.ofSeconds(1));
  }

  @Test
  void rowNamesWhatItIsWhatItBelongsToAndWhoPutItThere() {
    throwAway(anna, interview, "interview");
    TrashRow row = trash.rows().getFirst();
    assertThat(row.kindWords()).isEqualTo("Interview");
    assertThat(row.name()).isEqualTo("The letter");
    assertThat(row.belongsTo()).isEqualTo("Tariffs");
    assertThat(row.who()).isEqualTo("you");
  }

  @Test
  void whatSomebodyElsePutThereSaysWho() throws Exception {
    ClientWiring ben = Desk.open(folder.resolve("ben"));
    ben.settings().setDisplayName("Ben T.");
    relay.join(anna);
    relay.join(ben);
    relay.push(anna);
    relay.pull(anna);
    relay.pull(ben);
    throwAway(ben, interview, "interview");
    relay.push(ben);
    relay.pull(anna);
    time.pass(Duration.ofSeconds(1));
    assertThat(trash.rows().getFirst().who()).isEqualTo("Ben T.");
    ben.close();
  }

  @Test
  void chosenRowsComeBackInOneStepThatCanBeTakenBack() {
    throwAway(anna, interview, "interview");
    throwAway(anna, study, "study");
    trash.choose(List.copyOf(trash.rows()));
    trash.restore();
    time.pass(Duration.ofSeconds(1));
    assertThat(trash.rows()).isEmpty();
    assertThat(toasts.getLast().title()).isEqualTo("2 restored");
    assertThat(undo.undo()).isEqualTo(new UndoResult.Done("Restore from the trash"));
    time.pass(Duration.ofSeconds(1));
    assertThat(trash.rows()).hasSize(2);
  }

  @Test
  void listNarrowsByWordsAndByKind() {
    throwAway(anna, interview, "interview");
    throwAway(anna, study, "study");
    trash.filterProperty().set("letter");
    assertThat(trash.rows()).extracting(TrashRow::record).containsExactly(interview);
    trash.filterProperty().set("");
    assertThat(trash.kinds())
        .extracting(TrashViewModel.KindChoice::words)
        .containsExactly("Everything", "Interview", "Study");
    trash.kindProperty().set(trash.kinds().getLast());
    assertThat(trash.rows()).extracting(TrashRow::record).containsExactly(study);
  }
}
