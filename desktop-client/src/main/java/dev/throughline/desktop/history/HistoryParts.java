package dev.throughline.desktop.history;

import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import java.util.function.Consumer;

/**
 * What the history is made of.
 *
 * @param compare shows values that moved while they were looked at
 * @param open shows a record where it can be changed
 */
public record HistoryParts(
    HistorySource source,
    LocalStore store,
    UndoCommands undo,
    Surroundings around,
    Consumer<UndoResult.ChangedSince> compare,
    Consumer<RecordId> open) {}
