package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.PacketWords;
import dev.throughline.model.approval.Statement.Condition;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The sheet on which a packet, an order or a rule is signed: what, as whom, by which rule; the
 * answers; what comes of them. Everything it says of it is read from the bytes that are signed.
 * What was typed is there again when it is left and opened once more, and when the same cannot be
 * signed any more, it says so.
 */
public final class SignView extends StackPane {
  private final SignViewModel model;
  private final VBox moved = new VBox();
  private final AnswersView answers;
  private final ConditionsView conditions;
  private final TextField note = new TextField();
  private final Label dryRun = Labels.wrapping(Labels.body(""));
  private final Button sign;
  private Runnable unwatch = () -> {};

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
    answers = new AnswersView(about.answers(), about.suffix(), this::check);
    conditions = new ConditionsView(about.people(), this::check);
    moved.managedProperty().bind(moved.visibleProperty());
    moved.setVisible(false);
    List<Node> parts = new ArrayList<>(List.of(moved));
    SignWords.alarms(about, aside).forEach(one -> parts.add(SignSheet.alarm(one)));
    parts.add(facts(about));
    parts.addAll(reading(about, aside, close));
    parts.addAll(
        List.of(words(about), answers, conditions, note, dryRun, SignSheet.key(about.key())));
    getChildren()
        .add(
            new SignSheet(
                SignWords.heading(about), Icon.SIGN, sign, close, parts.toArray(Node[]::new)));
    note.setAccessibleText(Texts.text("sign.note"));
    resume();
    note.textProperty().subscribe(_ -> check());
    check();
    sceneProperty().subscribe(scene -> watch(scene != null));
  }

  private void resume() {
    SignDrafts.Draft draft = model.draft();
    draft.answer().ifPresent(answers::choose);
    conditions.begin(draft.lines());
    note.setText(draft.note());
  }

  private void watch(boolean isShown) {
    unwatch.run();
    unwatch = isShown ? model.watch(this::look) : () -> {};
    if (!isShown) {
      model.keep(
          new SignDrafts.Draft(
              model.about().approval().caseDigest(),
              answers.answer(),
              conditions.lines(),
              note.getText()));
    }
  }

  /** Somebody else's answer is taken into account; what is signed stays what was read. */
  private void look(Optional<SignCase> now) {
    boolean isSame = model.take(now);
    moved.setVisible(!isSame);
    moved
        .getChildren()
        .setAll(isSame ? List.of() : List.of(SignSheet.alarm(SignWords.moved(model.about(), now))));
    check();
  }

  /** Ways to read more of it before it is signed. */
  private List<Node> reading(SignCase about, Optional<SignAside> aside, Runnable close) {
    List<RecordId> sources = SignCases.sources(about.subject().document());
    Optional<ClaimsView> claims =
        aside
            .filter(_ -> !sources.isEmpty())
            .map(its -> new ClaimsView(sources, its.traces(), close));
    Optional<SignedView> whole =
        about.said().map(its -> new SignedView(new SignedWords(its, about.people())));
    claims.ifPresent(view -> addEventFilter(KeyEvent.KEY_TYPED, view::heed));
    whole.ifPresent(view -> addEventFilter(KeyEvent.KEY_TYPED, view::heed));
    HBox buttons = new HBox();
    buttons.getStyleClass().add("reading");
    whole.ifPresent(view -> buttons.getChildren().add(view.button()));
    claims.ifPresent(view -> buttons.getChildren().add(view.button()));
    return Stream.<Optional<? extends Node>>of(
            Optional.of(buttons).filter(its -> !its.getChildren().isEmpty()), whole, claims)
        .<Node>flatMap(Optional::stream)
        .toList();
  }

  /** Puts the focus on the first question. */
  public void begin() {
    answers.begin();
  }

  private static Node facts(SignCase about) {
    return about
        .said()
        .map(its -> version(about, new SignedWords(its, about.people())))
        .orElseGet(() -> other(about));
  }

  private static Node version(SignCase about, SignedWords words) {
    String second =
        Stream.of(SignWords.since(about), SignWords.unseen(about))
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    List<Node> facts = new ArrayList<>();
    facts.add(fact("sign.what", SignWords.what(about), second));
    facts.add(fact("sign.asks", about.text("ask"), about.text("risk")));
    facts.add(fact("handoff.rollback", about.text("rollback"), ""));
    if (!about.text("pricing").isBlank()) {
      facts.add(fact("handoff.pricing", about.text("pricing"), ""));
    }
    facts.add(fact("sign.data", words.data(), ""));
    facts.add(fact("sign.costs", words.costs(), words.costLines()));
    facts.add(fact("sign.as", ApprovalWords.roles(about.roles()), ""));
    facts.add(fact("sign.rule", ApprovalWords.rule(about.policy()), ""));
    return SignSheet.facts(facts.toArray(Node[]::new));
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

  private Optional<List<Condition>> typed() {
    boolean has = answers.answer().equals(Optional.of(Answer.GO_WITH_CONDITIONS));
    return has ? conditions.typed() : Optional.of(List.of());
  }

  private void check() {
    Optional<Answer> answer = answers.answer();
    boolean isNo = answer.equals(Optional.of(Answer.NO_GO));
    conditions.setVisible(answer.equals(Optional.of(Answer.GO_WITH_CONDITIONS)));
    note.setPromptText(Texts.text(isNo ? "sign.note.why" : "sign.note.prompt"));
    dryRun.setText(answer.map(model::dryRun).orElse(Texts.text("sign.choose")));
    String words = note.getText().strip();
    boolean isSound =
        answer
            .flatMap(its -> typed().filter(lines -> model.isSound(its, lines, words)))
            .isPresent();
    sign.setDisable(!isSound || moved.isVisible());
  }

  private void sign() {
    if (!sign.isDisabled()) {
      typed()
          .ifPresent(
              its -> model.sign(answers.answer().orElseThrow(), its, note.getText().strip()));
    }
  }
}
