package dev.throughline.desktop.app;

import dev.throughline.desktop.ui.notice.Toast;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes toasts from everywhere; those that come before the window is there wait for it. */
final class Toasts implements Consumer<Toast> {
  private List<Toast> target = new ArrayList<>();

  @Override
  public void accept(Toast toast) {
    target.add(toast);
  }

  void leadTo(List<Toast> shown) {
    shown.addAll(target);
    target = shown;
  }
}
