package dev.throughline.desktop.trash;

import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import java.util.function.Consumer;

/** What the trash is made of. */
public record TrashParts(
    LocalStore store, UndoCommands undo, Surroundings around, Consumer<RecordId> history) {}
