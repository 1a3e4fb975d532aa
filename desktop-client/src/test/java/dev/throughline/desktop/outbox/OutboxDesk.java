package dev.throughline.desktop.outbox;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.platform.SystemIds;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Self;
import dev.throughline.desktop.sync.SyncLoop;
import dev.throughline.desktop.sync.SyncState;
import dev.throughline.desktop.sync.SyncStatus;
import dev.throughline.desktop.sync.SyncStatusSamples;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.Transcripts;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.value.Value;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * A real profile with a clock one can step, a sync loop that stands still, and the place over it.
 */
final class OutboxDesk implements AutoCloseable, ServerSetting {
  static final WorkspaceId TEAM = WorkspaceId.of("01900000-0000-7000-8000-00000000000a");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:10:00Z"));
  final ShownTime shown = new ShownTime(time, ZoneOffset.UTC);
  final Ledger ledger;
  final SyncLoop loop;
  final SyncStatus status = SyncLoop.statusAt(time.millis());
  final BooleanProperty isRecoverySaved = new SimpleBooleanProperty(true);
  final List<Toast> toasts = new ArrayList<>();
  final OutboxViewModel place;
  private final Profile profile;
  private final Path folder;
  private Optional<URI> server = Optional.empty();
  private long seq;

  OutboxDesk(Path folder) throws Exception {
    this.folder = folder;
    var ids = new SystemIds(time, new SecureRandom());
    var opening =
        Profile.open(folder.resolve("mara"), KeyVaults.ofFiles(folder), ids, new SecureRandom());
    profile = ((Profile.Opened) opening).profile();
    ledger = Desk.ledger(profile, ids, time);
    loop =
        new SyncLoop(
            ledger,
            HttpSyncTransport::new,
            () -> Self.called("Mara L."),
            status,
            time,
            RandomGenerator.getDefault());
    place =
        new OutboxViewModel(
            ledger,
            loop,
            status,
            this,
            new ThisComputer(Path.of("/home/mara/Throughline"), profile.vault(), isRecoverySaved),
            new Surroundings(time, Runnable::run, shown, toasts::add));
  }

  List<WaitingChange> changes() {
    return new Outbox(ledger).read().changes();
  }

  void say(SyncState state) {
    SyncStatusSamples.set(status, state);
  }

  RecordId newInterview(String title) {
    return new Interviews(ledger).create(Optional.empty(), title, TODAY).id();
  }

  ImportResult.Imported importTurns(Optional<RecordId> interview, String name, int turns)
      throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < turns; i++) {
      text.append("Speaker ").append(i % 2).append(": turn ").append(i).append(".\n\n");
    }
    Path file = Files.writeString(folder.resolve(name), text);
    return (ImportResult.Imported)
        new Transcripts(ledger).importFile(file, interview, TODAY, ReadProgress.NONE);
  }

  void save(Draft... drafts) {
    if (ledger.record(List.of(drafts)) instanceof SaveResult.NotSaved notSaved) {
      throw new AssertionError(notSaved.toString());
    }
  }

  void join() throws Exception {
    ledger.joined(TEAM, "Northlight research");
    server = Optional.of(URI.create("http://192.168.1.20:7480/"));
  }

  /** A record as the server has it. */
  RecordId known(String kind, Map<String, Value> fields) {
    RecordId id = ledger.newRecord();
    pull(id, kind, fields);
    return id;
  }

  RecordId knownInterview(String title) {
    return known(
        Interview.KIND.name(),
        Map.of("title", Value.text(title), "date", Value.text(TODAY.toString())));
  }

  void conflict(
      RecordId record, String kind, String field, Conflict.Side shown, Conflict.Side kept) {
    Conflict conflict =
        new Conflict(
            ledger.newRecord(),
            Optional.of(record),
            kind,
            field,
            Value.NOTHING,
            shown,
            kept,
            field.equals("notes") ? "both-kept" : "later-shown");
    pull(conflict.id(), Conflict.KIND.name(), conflict.toFields());
  }

  Conflict.Side side(String text, String author, long minutesAgo) {
    return new Conflict.Side(
        Value.text(text), author, "a device", time.millis() - minutesAgo * 60_000);
  }

  private void pull(RecordId id, String kind, Map<String, Value> fields) {
    Change change =
        new Change(seq + 1, id, kind, false, new TreeMap<>(fields), "Jon A.", "b", time.millis());
    ledger
        .store()
        .apply(
            new PullAnswer(
                seq, new Cursor(TEAM, "epoch", seq + 1, "cd"), seq + 1, List.of(change)));
    seq++;
  }

  /** The server keeps aside everything that waits now. */
  void park(ParkReason reason, String detail) throws Exception {
    List<Long> opNos =
        ledger.store().toPush(Outbox.OPS_MAX).stream().map(w -> w.op().opNo()).toList();
    ledger.sent(opNos);
    ledger.answered(
        opNos.stream()
            .map(opNo -> new OpOutcome(opNo, new Outcome.Parked(reason, detail)))
            .toList());
  }

  @Override
  public Optional<URI> server() {
    return server;
  }

  @Override
  public void setServer(Optional<URI> chosen) {
    server = chosen;
  }

  @Override
  public Optional<URI> parse(String typed) {
    return typed.startsWith("http") ? Optional.of(URI.create(typed)) : Optional.empty();
  }

  @Override
  public void close() {
    place.close();
    loop.close();
    ledger.close();
    profile.close();
  }
}
