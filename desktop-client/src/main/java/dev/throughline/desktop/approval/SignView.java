package dev.throughline.desktop.approval;

import dev.throughline.desktop.idea.PersonBox;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.PacketWords;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Statement.Condition;
import dev.throughline.model.id.RecordId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The sheet on which a packet, an order or a rule is signed: what, as whom, by which rule; the
 * answers; what comes of them. Everything it says of it is read from the bytes that are signed.
 */
public final class SignView extends StackPane {
  private final SignViewModel model;
  private final Map<Answer, RadioButton> answers = new EnumMap<>(Answer.class);
  private final ToggleGroup chosen = new ToggleGroup();
  private final VBox conditions = new VBox();
  private final TextField note = new TextField();
  private final Label dryRun = Labels.wrapping(Labels.body(""));
  private final Button sign;

  /** One condition that is being typed. */
  private record Line(HBox node, TextField text, PersonBox owner, TextField due) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<Optional<RecordId>> owners = new ArrayList<>();

  /** Of what has neither items nor evidence: a rule. */
  public SignView(SignParts with, SignCase about, Runnable close) {
    this(with, about, Optional.empty(), close);
  }

  /**
   * @param aside what stands beside it
   * @param close called when it is signed or left
   */
  public SignView(SignParts with, SignCase about, SignAside aside, Runnable close) {
    this(with, about, Optional.of(aside), close);
  }

  private SignView(SignParts with, SignCase about, Optional<SignAside> aside, Runnable close) {
    this.model = new SignViewModel(with, about, close);
    sign =
        Buttons.withKey(
            Buttons.primary(Texts.text("sign.do"), Icon.SIGN, this::sign), "Ctrl Enter");
    dryRun.getStyleClass().add("dry-run");
    List<Node> parts = new ArrayList<>();
    String alarm = SignWords.alarm(about);
    if (!alarm.isEmpty()) {
      parts.add(SignSheet.alarm(alarm));
    }
    aside.map(SignAside::said).stream()
        .flatMap(said -> ReviewWords.alarms(about, said).stream())
        .forEach(one -> parts.add(SignSheet.alarm(one)));
    parts.add(facts(about));
    aside.flatMap(its -> claims(about, its, close)).ifPresent(parts::add);
    parts.addAll(
        List.of(
            words(about), choices(about), conditions, note, dryRun, SignSheet.key(about.key())));
    getChildren()
        .add(
            new SignSheet(
                SignWords.heading(about), Icon.SIGN, sign, close, parts.toArray(Node[]::new)));
    conditions.getStyleClass().add("conditions");
    conditions.managedProperty().bind(conditions.visibleProperty());
    note.setAccessibleText(Texts.text("sign.note"));
    note.textProperty().subscribe(_ -> check());
    chosen.selectedToggleProperty().subscribe(_ -> check());
    addCondition();
    Optional.ofNullable(answers.get(Answer.GO)).ifPresent(go -> go.setSelected(true));
  }

  private Optional<Node> claims(SignCase about, SignAside aside, Runnable close) {
    List<RecordId> sources = SignCases.sources(about.subject().document());
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    ClaimsView view = new ClaimsView(sources, aside.traces(), close);
    addEventFilter(KeyEvent.KEY_TYPED, view::heed);
    return Optional.of(view);
  }

  /** Puts the focus on the first question. */
  public void begin() {
    Optional.ofNullable(answers.get(Answer.GO)).ifPresent(Node::requestFocus);
  }

  private static Node facts(SignCase about) {
    return about.suffix().isEmpty() ? version(about) : other(about);
  }

  private static Node version(SignCase about) {
    String second =
        Stream.of(SignWords.since(about), SignWords.unseen(about))
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    return SignSheet.facts(
        fact("sign.what", SignWords.what(about), second),
        fact("sign.asks", about.text("ask"), about.text("risk")),
        fact("sign.costs", SignWords.costs(about), ""),
        fact("sign.as", ApprovalWords.roles(about.roles()), ""),
        fact("sign.rule", ApprovalWords.rule(about.policy()), ""));
  }

  private static Node other(SignCase about) {
    List<Node> facts = new ArrayList<>();
    facts.add(fact("sign.what", SignWords.what(about), SignWords.follows(about)));
    SignWords.facts(about)
        .forEach(one -> facts.add(SignSheet.fact(one.getFirst(), one.getLast(), "")));
    facts.add(fact("sign.as", ApprovalWords.roles(about.roles()), ""));
    facts.add(fact("sign.rule", ApprovalWords.rule(about.policy()), ""));
    return SignSheet.facts(facts.toArray(Node[]::new));
  }

  private static Node fact(String key, String value, String second) {
    return SignSheet.fact(Texts.text(key), value, second);
  }

  private static Node words(SignCase about) {
    FlowPane words = new FlowPane();
    words.getStyleClass().add("words");
    List<String> six = PacketWords.of(about.subject().digest());
    for (int i = 0; i < six.size(); i++) {
      HBox word = new HBox(Labels.mono(Texts.number(i + 1)), Labels.h2(six.get(i)));
      word.getStyleClass().add("word");
      words.getChildren().add(word);
    }
    Label digest = Labels.mono(about.subject().digest().substring(0, 12));
    HBox head =
        new HBox(
            Labels.h3(Texts.text("sign.words" + about.suffix())),
            Labels.small(Texts.text("sign.words.same" + about.suffix())),
            Spaces.grow(),
            digest);
    head.getStyleClass().add("words-head");
    VBox box = new VBox(head, words);
    box.getStyleClass().add("packet-words");
    return box;
  }

  private Node choices(SignCase about) {
    FlowPane choices = new FlowPane();
    choices.getStyleClass().add("answers");
    for (Answer answer : SignViewModel.answers(about)) {
      String line =
          Texts.text(
              answer == Answer.GO && !about.suffix().isEmpty()
                  ? "approval.answer.go" + about.suffix()
                  : "approval.answer." + answer.wireName() + ".line");
      RadioButton button = new RadioButton(ApprovalWords.answer(answer));
      button.setToggleGroup(chosen);
      button.setAccessibleHelp(line);
      button.setUserData(answer);
      button.setMinWidth(Region.USE_PREF_SIZE);
      answers.put(answer, button);
      VBox choice = new VBox(button, Labels.small(line));
      choice.getStyleClass().add("answer-choice");
      choices.getChildren().add(choice);
    }
    return choices;
  }

  private Answer answer() {
    return chosen.getSelectedToggle() != null
            && chosen.getSelectedToggle().getUserData() instanceof Answer answer
        ? answer
        : Answer.GO;
  }

  private void addCondition() {
    int at = lines.size();
    owners.add(Optional.empty());
    TextField text = new TextField();
    text.setPromptText(Texts.text("sign.condition.prompt"));
    text.setAccessibleText(Texts.text("sign.condition"));
    PersonBox owner =
        new PersonBox(
            Texts.text("sign.condition.owner"),
            who -> {
              owners.set(at, who);
              check();
            });
    owner.show(Optional.empty(), model.about().people());
    TextField due = new TextField();
    due.setPromptText(Texts.text("sign.condition.due"));
    due.setAccessibleText(Texts.text("sign.condition.due"));
    due.getStyleClass().add("due");
    text.textProperty().subscribe(_ -> check());
    due.textProperty().subscribe(_ -> check());
    HBox.setHgrow(text, Priority.ALWAYS);
    Button more =
        Buttons.icon(
            Icon.ADD,
            Texts.text("sign.condition.more"),
            () -> {
              if (lines.size() < Statement.CONDITIONS_MAX) {
                addCondition();
                lines.getLast().text().requestFocus();
              }
            });
    HBox line = new HBox(text, owner, due, more);
    line.getStyleClass().add("condition");
    lines.add(new Line(line, text, owner, due));
    conditions.getChildren().add(line);
  }

  /** Those that say something; empty as soon as one of them lacks its day. */
  private Optional<List<Condition>> typed() {
    List<Condition> all = new ArrayList<>();
    if (answer() != Answer.GO_WITH_CONDITIONS) {
      return Optional.of(all);
    }
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text().getText().strip();
      Optional<LocalDate> due = DayWords.read(lines.get(i).due().getText());
      if (text.isEmpty()) {
        continue;
      }
      if (due.isEmpty()) {
        return Optional.empty();
      }
      all.add(new Condition(text, owners.get(i), due.get()));
    }
    return Optional.of(all);
  }

  private void check() {
    Answer answer = answer();
    conditions.setVisible(answer == Answer.GO_WITH_CONDITIONS);
    note.setPromptText(Texts.text(answer == Answer.NO_GO ? "sign.note.why" : "sign.note.prompt"));
    dryRun.setText(model.dryRun(answer));
    sign.setDisable(
        typed().filter(its -> model.isSound(answer, its, note.getText().strip())).isEmpty());
  }

  private void sign() {
    if (!sign.isDisabled()) {
      typed().ifPresent(its -> model.sign(answer(), its, note.getText().strip()));
    }
  }
}
