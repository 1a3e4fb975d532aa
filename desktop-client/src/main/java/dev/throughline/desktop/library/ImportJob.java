package dev.throughline.desktop.library;

import dev.throughline.desktop.platform.FileName;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One file on its way in. Properties belong to the UI thread. */
final class ImportJob {
  /** How far a file is. */
  enum Stage {
    WAITING,
    READING,
    /** Read; its turns go into the journal. It can no longer be stopped. */
    SAVING,
    FINISHED
  }

  private final Path file;
  private final Optional<RecordId> study;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final ReadOnlyObjectWrapper<Stage> stage =
      new ReadOnlyObjectWrapper<>(this, "stage", Stage.WAITING);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ReadOnlyObjectWrapper<Optional<ImportOutcome>> outcome =
      new ReadOnlyObjectWrapper<>(this, "outcome", Optional.empty());

  ImportJob(Path file, Optional<RecordId> study) {
    this.file = file;
    this.study = study;
  }

  Path file() {
    return file;
  }

  /** Where a new interview goes. */
  Optional<RecordId> study() {
    return study;
  }

  String name() {
    return FileName.shown(file);
  }

  ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** From 0 to 1, of reading. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Empty until it is finished. */
  ReadOnlyObjectProperty<Optional<ImportOutcome>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  boolean isFinished() {
    return stage.get() == Stage.FINISHED;
  }

  void begin() {
    stage.set(Stage.READING);
  }

  void advance(double done) {
    if (!isFinished()) {
      progress.set(done);
      stage.set(done < 1 ? Stage.READING : Stage.SAVING);
    }
  }

  void finish(ImportOutcome result) {
    outcome.set(Optional.of(result));
    stage.set(Stage.FINISHED);
  }

  /** Asks the reading thread to stop; a file that has not begun is finished at once. */
  void cancel() {
    cancelled.set(true);
    if (stage.get() == Stage.WAITING) {
      finish(new ImportOutcome.Cancelled());
    }
  }

  /** For the thread that reads; tells of every hundredth part once. */
  ReadProgress readProgress(DoubleConsumer tell) {
    return new ReadProgress() {
      private int percentTold;

      @Override
      public void bytesRead(long bytes, long bytesInAll) {
        int percent = bytesInAll > 0 ? (int) Math.min(100, bytes * 100 / bytesInAll) : 0;
        if (percent > percentTold) {
          percentTold = percent;
          tell.accept(percent / 100.0);
        }
      }

      @Override
      public boolean isCancelled() {
        return cancelled.get();
      }
    };
  }
}
