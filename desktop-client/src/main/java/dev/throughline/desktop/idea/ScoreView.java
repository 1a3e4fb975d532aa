package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.ChoiceWords;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.score.Formula;
import dev.throughline.model.score.Score;
import dev.throughline.model.score.Scored;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The scorecard: a formula, its inputs, and what comes out of them while one types; below it every
 * scoring there was.
 */
final class ScoreView extends VBox {
  /** Scorings listed; the others can be found in the export. */
  private static final int HISTORY_MAX = 8;

  private final IdeaViewModel model;
  private final ComboBox<Card> cards = new ComboBox<>();
  private final TextField formula = new TextField();
  private final LabeledField formulaField;
  private final VBox inputs = new VBox();
  private final Label result = Labels.h1("");
  private final Label why = Labels.wrapping(Labels.small(""));
  private final Button keep;
  private final VBox history = new VBox();
  private final Map<String, TextField> fields = new TreeMap<>();
  private final Map<String, String> typed = new HashMap<>();
  private Optional<Score> newest = Optional.empty();
  private boolean isTouched;

  /** Which formula is used. */
  private enum Card {
    RICE,
    OWN
  }

  ScoreView(IdeaViewModel model) {
    this.model = model;
    getStyleClass().add("idea-score");
    cards.getItems().setAll(Card.values());
    cards.setConverter(
        new ChoiceWords<>(
            card -> Texts.text(card == Card.RICE ? "idea.score.rice" : "idea.score.own")));
    cards.setAccessibleText(Texts.text("idea.score.card"));
    cards.setMaxWidth(Double.MAX_VALUE);
    cards.setValue(Card.RICE);
    formula.setPromptText(Texts.text("idea.score.formula.prompt"));
    formulaField =
        new LabeledField(Texts.text("idea.score.formula"), formula)
            .hint(Texts.text("idea.score.formula.hint"));
    formulaField.visibleProperty().bind(cards.valueProperty().isEqualTo(Card.OWN));
    formulaField.managedProperty().bind(formulaField.visibleProperty());
    inputs.getStyleClass().add("inputs");
    result.getStyleClass().add("result");
    why.managedProperty().bind(why.visibleProperty());
    why.visibleProperty().bind(why.textProperty().isNotEmpty());
    result.managedProperty().bind(result.visibleProperty());
    result.visibleProperty().bind(result.textProperty().isNotEmpty());
    keep = Buttons.small(Buttons.standard(Texts.text("idea.score.keep"), this::keep));
    HBox foot = new HBox(result, Spaces.grow(), keep);
    foot.getStyleClass().add("foot");
    for (Node editor : List.of(cards, formula)) {
      WriteGate.heed(editor);
    }
    getChildren()
        .addAll(
            new SectionHeader(Texts.text("idea.score")),
            cards,
            formulaField,
            inputs,
            why,
            foot,
            history);
    cards.valueProperty().addListener((_, _, _) -> touch());
    formula.textProperty().addListener((_, _, _) -> touch());
    ask();
  }

  /** Puts the caret into the first input. */
  void typeNow() {
    inputs.getChildren().stream()
        .findFirst()
        .map(HBox.class::cast)
        .ifPresent(line -> line.getChildren().getLast().requestFocus());
  }

  private String written() {
    return cards.getValue() == Card.OWN ? formula.getText() : Formula.RICE;
  }

  private void touch() {
    isTouched = true;
    ask();
  }

  /** Shows a field for each name the formula uses; what was typed under a name stays. */
  private void ask() {
    SequencedSet<String> names =
        Formula.parse(written()) instanceof Formula.Parsed.Read(Formula read)
            ? read.inputs()
            : new LinkedHashSet<>(fields.keySet());
    if (!List.copyOf(names).equals(shownNames())) {
      fields.clear();
      inputs.getChildren().setAll(names.stream().map(this::input).toList());
    }
    compute();
  }

  private List<String> shownNames() {
    List<String> names = new ArrayList<>();
    inputs.getChildren().forEach(line -> names.add(String.valueOf(line.getUserData())));
    return names;
  }

  private Node input(String name) {
    TextField field = new TextField(typed.getOrDefault(name, ""));
    boolean isRice = cards.getValue() == Card.RICE;
    String words = isRice ? Texts.text("idea.input." + name) : name;
    field.setAccessibleText(words);
    if (Texts.has("idea.input." + name + ".hint") && cards.getValue() == Card.RICE) {
      field.setPromptText(Texts.text("idea.input." + name + ".hint"));
    }
    field.getStyleClass().add("number");
    WriteGate.heed(field);
    field.setOnAction(_ -> keep());
    field
        .textProperty()
        .addListener(
            (_, _, now) -> {
              typed.put(name, now);
              isTouched = true;
              compute();
            });
    fields.put(name, field);
    Label label = Labels.wrapping(Labels.small(words));
    label.setLabelFor(field);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(label, field);
    line.setUserData(name);
    line.getStyleClass().add("input");
    return line;
  }

  private TreeMap<String, String> numbers() {
    TreeMap<String, String> numbers = new TreeMap<>();
    fields.forEach(
        (name, field) ->
            numbers.put(
                name,
                IdeaWords.decimal(field.getText())
                    .map(BigDecimal::toPlainString)
                    .orElse(field.getText().strip())));
    return numbers;
  }

  private void compute() {
    Scored scored = Scored.of(written(), numbers());
    boolean isNumber = scored instanceof Scored.Of;
    boolean isBlank = fields.values().stream().allMatch(field -> field.getText().isBlank());
    result.setText(isNumber ? IdeaWords.score(Optional.of(scored)) : "");
    if (scored instanceof Scored.Of(var number)) {
      Hint.on(result, IdeaWords.number(number, 34));
    }
    boolean isNothingYet = isBlank && !(scored instanceof Scored.Unreadable);
    why.setText(isNumber || isNothingYet ? "" : words(scored));
    boolean isFresh =
        newest
            .filter(
                last -> last.formula().equals(written().strip()) && last.inputs().equals(numbers()))
            .isEmpty();
    keep.setDisable(!isNumber || !isFresh);
  }

  private static String words(Scored scored) {
    if (scored instanceof Scored.Lacks(String input)) {
      String name = Texts.has("idea.input." + input) ? Texts.text("idea.input." + input) : input;
      return Texts.text("idea.score.lacks", name);
    }
    return IdeaWords.result(scored);
  }

  private void keep() {
    if (!keep.isDisabled()) {
      String name = cards.getValue() == Card.RICE ? "RICE" : Texts.text("idea.score.own");
      isTouched = false;
      model.score(name, written(), numbers());
    }
  }

  void show(IdeaDetail detail) {
    Optional<Score> last =
        detail.scores().stream()
            .filter(score -> score.idea().filter(detail.idea().id()::equals).isPresent())
            .findFirst()
            .or(() -> detail.scores().stream().findFirst());
    if (!last.equals(newest)) {
      newest = last;
      // What somebody is typing stays.
      if (!isTouched) {
        last.ifPresent(this::take);
      }
    }
    compute();
    history
        .getChildren()
        .setAll(
            detail.scores().stream().limit(HISTORY_MAX).map(score -> line(score, detail)).toList());
    if (!detail.scores().isEmpty()) {
      history.getChildren().addFirst(Labels.cap(Texts.text("idea.score.history")));
    }
  }

  private void take(Score score) {
    typed.putAll(score.inputs());
    cards.setValue(score.formula().equals(Formula.RICE) ? Card.RICE : Card.OWN);
    if (cards.getValue() == Card.OWN) {
      formula.setText(score.formula());
    }
    score
        .inputs()
        .forEach(
            (name, number) ->
                Optional.ofNullable(fields.get(name)).ifPresent(field -> field.setText(number)));
    ask();
    isTouched = false;
  }

  private Node line(Score score, IdeaDetail detail) {
    String from =
        score
            .idea()
            .filter(its -> !its.equals(detail.idea().id()))
            .flatMap(
                its -> detail.merged().stream().filter(one -> one.id().equals(its)).findFirst())
            .map(one -> Texts.text("idea.evidence.via", IdeaWords.title(one)))
            .orElse("");
    String who =
        Stream.of(
                score.name(),
                detail.name(score.by()),
                score.atMillis() == 0 ? "" : model.parts().around().time().at(score.atMillis()),
                from)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    Label number = Labels.mono(IdeaWords.score(Optional.of(score.result())));
    Label words = Labels.wrapping(Labels.small(who));
    Hint.on(words, inputs(score));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(words, number);
    line.getStyleClass().add("past");
    return line;
  }

  private static String inputs(Score score) {
    return score.formula()
        + "\n"
        + score.inputs().entrySet().stream()
            .map(input -> input.getKey() + " = " + input.getValue())
            .collect(Collectors.joining("\n"));
  }
}
