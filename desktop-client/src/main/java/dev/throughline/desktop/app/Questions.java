package dev.throughline.desktop.app;

import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.notice.Question;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes questions from everywhere to the window; there are none before it is there. */
final class Questions implements Consumer<Question> {
  private @Nullable ShellViewModel shell;

  void leadTo(ShellViewModel window) {
    shell = window;
  }

  @Override
  public void accept(Question question) {
    if (shell != null) {
      shell.questionProperty().set(Optional.of(question));
    }
  }
}
