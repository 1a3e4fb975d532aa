package dev.throughline.desktop.app;

import dev.throughline.desktop.ui.notice.Activity;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes toasts from everywhere; those that come before the window is there wait for it. */
final class Toasts implements Consumer<Toast> {
  private final List<Toast> early = new ArrayList<>();
  private Consumer<Toast> target = early::add;

  @Override
  public void accept(Toast toast) {
    target.accept(toast);
  }

  /** From now on every toast is shown and kept there. */
  void leadTo(Activity activity) {
    target = activity::tell;
    early.forEach(target);
    early.clear();
  }
}
