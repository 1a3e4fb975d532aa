package dev.throughline.desktop.ui.notice;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Long work as it is shown: what, how far, how long still, and how to stop it. */
public final class RunningTask {
  private final String title;
  private final Optional<Runnable> cancel;
  private boolean stopped;
  private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 0);
  private final StringProperty detail = new SimpleStringProperty(this, "detail", "");

  public RunningTask(String title, Optional<Runnable> cancel) {
    this.title = title;
    this.cancel =
        cancel.map(
            stop ->
                () -> {
                  stopped = true;
                  stop.run();
                });
  }

  public String title() {
    return title;
  }

  public Optional<Runnable> cancel() {
    return cancel;
  }

  /** Whether the person asked it to stop. */
  boolean isStopped() {
    return stopped;
  }

  /** From 0 to 1. */
  public DoubleProperty progressProperty() {
    return progress;
  }

  /** Such as "62 %, 4 min left". */
  public StringProperty detailProperty() {
    return detail;
  }
}
