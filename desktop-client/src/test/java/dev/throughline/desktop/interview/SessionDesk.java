package dev.throughline.desktop.interview;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.comment.CommentDesk;
import dev.throughline.desktop.consent.ClipDesk;
import dev.throughline.desktop.consent.ConsentParts;
import dev.throughline.desktop.consent.FakeClipboard;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.guide.GuideParts;
import dev.throughline.desktop.memo.SteppedTime;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A desk with what its session pages say to the window. */
final class SessionDesk {
  final ClientWiring client;
  final SteppedTime time = new SteppedTime();
  final UndoLog undo;
  final List<Toast> toasts = new ArrayList<>();
  final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();
  final List<RecordId> studies = new ArrayList<>();
  final List<RecordId> participants = new ArrayList<>();
  final KeptPlaces resume = new KeptPlaces();
  final List<UndoResult.ChangedSince> compared = new ArrayList<>();
  int left;

  SessionDesk(ClientWiring client) {
    this.client = client;
    this.undo = new UndoLog(client.ledger());
  }

  final FakeClipboard clipboard = new FakeClipboard();

  SessionParts parts() {
    return parts(time, Runnable::run);
  }

  SessionParts parts(Background background, UiThread ui) {
    return new SessionParts(
        client.interviews(),
        client.memos(),
        client.transcripts(),
        undo,
        client.ledger().store(),
        background,
        ui,
        time,
        ZoneOffset.UTC,
        around(background, ui));
  }

  private SessionAround around(Background background, UiThread ui) {
    Steps steps = new Steps(undo, background, ui, toasts::add);
    LocalStore store = client.ledger().store();
    Clock clock = time.withZone(ZoneOffset.UTC);
    return new SessionAround(
        new GuideParts(client.guides(), steps, store, background, ui, clock, () -> "Ines K."),
        new ConsentParts(
            client.consents(),
            steps,
            store,
            background,
            ui,
            clock,
            new ClipDesk(
                new Rulings(store, clock), clipboard, background, ui, toasts::add, "session")),
        CommentDesk.parts(client.ledger(), steps, background, ui, time),
        resume);
  }

  SessionExits exits() {
    return exits(time, Runnable::run);
  }

  SessionExits exits(Background background, UiThread ui) {
    return new SessionExits(
        tasks,
        toasts::add,
        () -> left++,
        new UndoCommands(undo, background, ui, toasts::add, compared::add, _ -> {}),
        studies::add,
        participants::add);
  }

  RecordId newInterview(String title) {
    return client.interviews().create(Optional.empty(), title, LocalDate.of(2026, 11, 23)).id();
  }

  SessionViewModel page(RecordId interview) {
    return new SessionViewModel(parts(), exits(), interview);
  }
}
