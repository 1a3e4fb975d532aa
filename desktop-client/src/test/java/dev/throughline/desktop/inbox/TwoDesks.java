package dev.throughline.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.approval.FakeSigning;
import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.consent.ClipDesk;
import dev.throughline.desktop.consent.FakeClipboard;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.memo.Relay;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.store.Brake;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Anna and Ben, a server between them that merges as the real one does, and Anna's Inbox. */
final class TwoDesks implements AutoCloseable {
  final Relay relay = new Relay();
  final ClientWiring anna;
  final ClientWiring ben;
  final UndoLog undo;
  final MentionIndex mentions;
  final List<Toast> toasts = new ArrayList<>();
  final List<Question> asked = new ArrayList<>();
  final List<RecordId> opened = new ArrayList<>();
  final List<Brake.Decision> decided = new ArrayList<>();
  final InboxViewModel inbox;
  final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:10:00Z"));

  TwoDesks(Path folder) throws Exception {
    anna = Desk.open(folder.resolve("anna"));
    ben = Desk.open(folder.resolve("ben"));
    anna.settings().setDisplayName("Anna K.");
    ben.settings().setDisplayName("Ben T.");
    relay.join(anna);
    relay.join(ben);
    undo = new UndoLog(anna.ledger());
    mentions = new MentionIndex(anna.ledger().store());
    UndoCommands commands =
        new UndoCommands(undo, time, Runnable::run, toasts::add, _ -> {}, asked::add);
    inbox =
        new InboxViewModel(
            new InboxParts(
                anna.ledger(),
                mentions,
                FakeSigning.cases(anna.ledger()),
                commands,
                new Surroundings(
                    time, Runnable::run, new ShownTime(time, ZoneOffset.UTC), toasts::add),
                new ClipDesk(
                    new Rulings(anna.ledger().store(), time.withZone(ZoneOffset.UTC)),
                    new FakeClipboard(),
                    time,
                    Runnable::run,
                    toasts::add,
                    "two"),
                new InboxExits(
                    opened::add,
                    opened::add,
                    asked::add,
                    decision -> {
                      decided.add(decision);
                      anna.ledger().store().brake().decide(decision);
                    })));
    inbox.setShowing(true);
  }

  /** What Home says of Anna's Inbox. */
  NeedsYou needs() {
    return NeedsYou.read(anna.ledger().store(), mentions, FakeSigning.cases(anna.ledger()), 3);
  }

  static Value text(Object words) {
    return Value.text(words.toString());
  }

  /** A record made by Anna and known to both. */
  RecordId known(String kind, Map<String, Value> fields) throws Exception {
    RecordId id = anna.ledger().newRecord();
    Desk.save(anna, new Draft.Set(id, kind, fields));
    round();
    return id;
  }

  void set(ClientWiring desk, RecordId id, String kind, String field, String value) {
    Desk.save(desk, new Draft.Set(id, kind, Map.of(field, text(value))));
  }

  String held(ClientWiring desk, RecordId id, String field) {
    return desk.ledger().store().find(id).orElseThrow().fields().get(field)
            instanceof Value.Text(String words)
        ? words
        : "";
  }

  /** Both write one field without knowing of each other; Anna's is the later one. */
  void clash(RecordId id, String kind, String field, String bens, String annas) throws Exception {
    set(ben, id, kind, field, bens);
    java.util.concurrent.locks.LockSupport.parkNanos(3_000_000);
    set(anna, id, kind, field, annas);
    round();
  }

  void round() throws Exception {
    for (int i = 0; i < 2; i++) {
      relay.push(ben);
      relay.pull(ben);
      relay.push(anna);
      relay.pull(anna);
    }
    relay.pull(ben);
    settle();
  }

  /** Lets the Inbox read what changed. */
  void settle() {
    time.pass(Duration.ofSeconds(1));
  }

  ConflictViewModel card() {
    return inbox.conflictProperty().get().orElseThrow();
  }

  void pick(int field, Answer answer) {
    ConflictViewModel card = card();
    assertThat(card.fields().get(field).answers()).contains(answer);
    card.answer(card.fields().get(field)).set(java.util.Optional.of(answer));
  }

  @Override
  public void close() {
    anna.close();
    ben.close();
  }
}
