package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** How a conflict was settled, and the way to decide again. */
final class SettledFoot extends FlowPane {
  SettledFoot(ConflictViewModel card) {
    getStyleClass().add("foot");
    Label said =
        Labels.wrapping(
            Labels.small(
                card.questions().stream()
                    .map(SettledFoot::said)
                    .collect(Collectors.joining(", "))));
    FlowPane buttons =
        new FlowPane(Buttons.standard(Texts.text("inbox.reopen"), Icon.UNDO, card::reopen));
    buttons.getStyleClass().add("buttons");
    getChildren().addAll(said, buttons);
  }

  private static String said(FieldQuestion question) {
    Contested one = question.taken().map(FieldQuestion.Choice::of).orElse(question.latest());
    Optional<Answer> taken = one.taken();
    if (taken.isEmpty()) {
      return Texts.text("inbox.settled.seen", one.field());
    }
    return switch (taken.get()) {
      case SHOWN, KEPT ->
          Texts.text(
              "inbox.settled.side",
              one.field(),
              one.isTrash()
                  ? Texts.text(taken.get() == Answer.SHOWN ? "inbox.trash.stay" : "inbox.trash.go")
                  : ConflictWords.owner(one.party(taken.get())));
      case BOTH -> Texts.text("inbox.settled.both", one.field());
      case OWN -> Texts.text("inbox.settled.own", one.field());
    };
  }
}
