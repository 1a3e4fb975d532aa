package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.StoreDamaged;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads something in the background, and again after it changed: never twice at once, and not once
 * for each of many changes. What cannot be read leaves what was read before. UI thread only.
 */
public final class Reread<T> {
  private final Surroundings around;
  private final Supplier<T> read;
  private final Consumer<T> take;
  private boolean isReading;
  private boolean isAskedAgain;
  private boolean isClosed;

  /**
   * @param read called in the background
   * @param take called with what was read, but not after {@link #close}
   */
  public Reread(Surroundings around, Supplier<T> read, Consumer<T> take) {
    this.around = around;
    this.read = read;
    this.take = take;
  }

  /** It is to be read now, or once more when it is being read. */
  public void ask() {
    if (isClosed) {
      return;
    }
    if (isReading) {
      isAskedAgain = true;
      return;
    }
    isReading = true;
    around
        .background()
        .run(
            () -> {
              try {
                T found = read.get();
                around.ui().run(() -> settle(() -> take.accept(found)));
              } catch (StoreDamaged e) {
                System.getLogger(Reread.class.getName())
                    .log(System.Logger.Level.WARNING, "what a page shows cannot be read", e);
                around.ui().run(() -> settle(() -> {}));
              }
            });
  }

  private void settle(Runnable taking) {
    isReading = false;
    if (isClosed) {
      return;
    }
    taking.run();
    if (isAskedAgain) {
      isAskedAgain = false;
      ask();
    }
  }

  public void close() {
    isClosed = true;
  }
}
