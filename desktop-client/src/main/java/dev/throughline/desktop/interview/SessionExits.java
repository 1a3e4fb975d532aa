package dev.throughline.desktop.interview;

import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/**
 * Where a session page speaks to the window around it.
 *
 * @param tasks long work that the window shows with progress and a way to stop it
 * @param leave called when the page has nothing more to show because its interview was removed
 * @param undo takes back what was done here and anywhere else in the window
 * @param openStudy shows the study an interview belongs to
 * @param openParticipant shows who was interviewed
 */
public record SessionExits(
    ObservableList<RunningTask> tasks,
    Consumer<Toast> toasts,
    Runnable leave,
    UndoCommands undo,
    Consumer<RecordId> openStudy,
    Consumer<RecordId> openParticipant) {}
