package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Answer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The answers there are, none of them chosen for anybody. */
final class AnswersView extends FlowPane {
  private final Map<Answer, RadioButton> answers = new EnumMap<>(Answer.class);
  private final ToggleGroup chosen = new ToggleGroup();

  /**
   * @param suffix sets the texts apart, as {@link SignCase#suffix} does
   * @param changed called when another one is chosen
   */
  AnswersView(List<Answer> all, String suffix, Runnable changed) {
    getStyleClass().add("answers");
    all.forEach(answer -> getChildren().add(choice(answer, suffix)));
    if (all.size() == 1) {
      choose(all.getFirst());
    }
    chosen.selectedToggleProperty().subscribe(changed);
  }

  private Node choice(Answer answer, String suffix) {
    String line =
        Texts.text(
            answer == Answer.GO && !suffix.isEmpty()
                ? "approval.answer.go" + suffix
                : "approval.answer." + answer.wireName() + ".line");
    RadioButton button = new RadioButton(ApprovalWords.answer(answer));
    button.setToggleGroup(chosen);
    button.setAccessibleHelp(line);
    button.setUserData(answer);
    button.setMinWidth(Region.USE_PREF_SIZE);
    answers.put(answer, button);
    VBox choice = new VBox(button, Labels.small(line));
    choice.getStyleClass().add("answer-choice");
    return choice;
  }

  void choose(Answer answer) {
    Optional.ofNullable(answers.get(answer)).ifPresent(it -> it.setSelected(true));
  }

  /** Gives the focus to the one that is chosen, else to the first. */
  void begin() {
    answer()
        .map(answers::get)
        .or(() -> answers.values().stream().findFirst())
        .ifPresent(Node::requestFocus);
  }

  /** Empty while none is chosen. */
  Optional<Answer> answer() {
    return chosen.getSelectedToggle() != null
            && chosen.getSelectedToggle().getUserData() instanceof Answer answer
        ? Optional.of(answer)
        : Optional.empty();
  }
}
