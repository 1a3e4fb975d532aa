package dev.throughline.desktop.release;

import dev.throughline.desktop.release.Course.Step;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** The steps of a version on its way; what it passed has a check, where it is is strong. */
final class StepsView extends FlowPane {
  private enum Mark {
    PASSED,
    NOW,
    STOPPED,
    TO_COME
  }

  StepsView() {
    getStyleClass().add("handoff-stages");
  }

  void show(Course about) {
    getChildren().clear();
    for (Step step : Step.values()) {
      getChildren().add(label(step, about, mark(step, about)));
    }
  }

  private static Mark mark(Step step, Course about) {
    int ahead = step.compareTo(about.at());
    if (ahead > 0) {
      return Mark.TO_COME;
    }
    if (ahead == 0) {
      return about.isStopped() ? Mark.STOPPED : Mark.NOW;
    }
    if (step == Step.CHECKS && about.release().verifiedAt() == 0) {
      return about.failed() > 0 ? Mark.STOPPED : Mark.TO_COME;
    }
    return Mark.PASSED;
  }

  private static Label label(Step step, Course about, Mark mark) {
    String words = ReleaseWords.step(step, about);
    boolean isHere = step == about.at();
    Label label = isHere ? Labels.h3(words) : Labels.muted(words);
    boolean isDone = mark == Mark.NOW && step == Step.END;
    label.setGraphic(
        switch (mark) {
          case PASSED -> Icon.CHECK.line();
          case NOW -> isDone ? end(about).line() : Icon.FORWARD.line();
          case STOPPED -> Icon.NEEDS_YOU.line();
          case TO_COME -> Icon.NOT_STARTED.line();
        });
    label.getStyleClass().add(mark.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    label.setAccessibleText(
        Texts.text(
            "release.step.spoken",
            words,
            Texts.text("release.step.is." + mark.name().toLowerCase(Locale.ROOT))));
    return label;
  }

  private static Icon end(Course about) {
    return switch (about.state()) {
      case VERIFIED -> Icon.CHECK;
      case ROLLING_BACK, ROLLED_BACK -> Icon.UNDO;
      default -> Icon.FORWARD;
    };
  }
}
