package dev.throughline.desktop.inbox;

import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.consent.ClipDesk;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.store.Ledger;

/** What the Inbox is made of. */
public record InboxParts(
    Ledger ledger,
    MentionIndex mentions,
    SignCases signing,
    UndoCommands undo,
    Surroundings around,
    ClipDesk clips,
    InboxExits exits) {
  UndoLog log() {
    return undo.log();
  }
}
