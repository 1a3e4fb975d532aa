package dev.throughline.desktop.outbox;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a view model needs of the machine and of the window around it. */
public record Surroundings(
    Background background, UiThread ui, ShownTime time, Consumer<Toast> toasts) {
  /** Works in the background, and then goes on with what came out on the UI thread. */
  public <T> void inBackground(Supplier<T> work, Consumer<T> then) {
    background.run(
        () -> {
          T result = work.get();
          ui.run(() -> then.accept(result));
        });
  }
}
