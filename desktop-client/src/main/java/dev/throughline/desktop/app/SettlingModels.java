package dev.throughline.desktop.app;

import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.consent.ClipDesk;
import dev.throughline.desktop.history.HistoryAnswer;
import dev.throughline.desktop.history.HistoryParts;
import dev.throughline.desktop.history.HistorySource;
import dev.throughline.desktop.inbox.InboxExits;
import dev.throughline.desktop.inbox.InboxParts;
import dev.throughline.desktop.inbox.InboxViewModel;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.trash.TrashParts;
import dev.throughline.desktop.trash.TrashViewModel;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.RecordHistory;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What settles: the Inbox, the trash and histories of one window. Made before the window is; what
 * they lead to is handed in by {@link #leadTo}.
 */
final class SettlingModels {
  private final ClientWiring client;
  private final UndoCommands undo;
  private final Surroundings around;
  private final Consumer<UndoResult.ChangedSince> compare;
  private final InboxViewModel inbox;
  private final TrashViewModel trash;
  private @Nullable RecordDoor door;
  private @Nullable HistoryPages pages;

  SettlingModels(
      ClientWiring client,
      UndoCommands undo,
      Surroundings around,
      Questions questions,
      ClipDesk clips,
      Consumer<UndoResult.ChangedSince> compare) {
    this.client = client;
    this.undo = undo;
    this.around = around;
    this.compare = compare;
    this.inbox =
        new InboxViewModel(
            new InboxParts(
                client.ledger(),
                client.mentions(),
                new SignCases(client.signing(), client.rulings(), around.time()),
                undo,
                around,
                clips,
                new InboxExits(
                    this::open,
                    this::history,
                    questions,
                    decision -> client.loop().decide(decision))));
    this.trash =
        new TrashViewModel(new TrashParts(client.ledger().store(), undo, around, this::history));
    client.status().onChange(_ -> inbox.readSoon());
  }

  /** Lets records lead to their pages in this window. */
  void leadTo(ShellViewModel shell, Consumer<RecordId> showComment) {
    door =
        new RecordDoor(
            client.ledger().store(), around.background(), around.ui(), shell, showComment);
    pages = new HistoryPages(history(), client::author, door, shell);
  }

  private HistoryParts history() {
    return new HistoryParts(source(), client.ledger().store(), undo, around, compare, this::open);
  }

  private HistorySource source() {
    return (record, before) -> {
      Optional<Reply<RecordHistory>> reply =
          client.loop().history(record, before, RecordHistory.ENTRIES_MAX);
      if (reply.isEmpty()) {
        return new HistoryAnswer.Unknown();
      }
      return switch (reply.get()) {
        case Reply.Ok<RecordHistory>(RecordHistory history) ->
            new HistoryAnswer.Page(history.entries(), history.more());
        case Reply.Refused<RecordHistory> _ -> new HistoryAnswer.Unknown();
        case Reply.Unreachable<RecordHistory> _ -> new HistoryAnswer.Offline();
      };
    };
  }

  InboxViewModel inbox() {
    return inbox;
  }

  TrashViewModel trash() {
    return trash;
  }

  /** The place that shows histories. */
  HistoryPages pages() {
    return java.util.Objects.requireNonNull(pages, "asked for before there is a window");
  }

  /** Shows the page a record stands on. */
  void open(RecordId record) {
    if (door != null) {
      door.open(record);
    }
  }

  void history(RecordId record) {
    if (door != null) {
      door.history(record);
    }
  }
}
