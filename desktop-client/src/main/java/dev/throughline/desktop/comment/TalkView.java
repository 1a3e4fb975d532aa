package dev.throughline.desktop.comment;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One talk: what began it, its answers, and what can be done with it. */
final class TalkView extends VBox {
  private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

  private final CommentsViewModel model;
  private final Talk talk;
  private final Map<RecordId, SaidView> shown = new HashMap<>();
  private Optional<ComposerView> field = Optional.empty();
  private boolean isUnfolded;

  TalkView(CommentsViewModel model, Talk talk) {
    this.model = model;
    this.talk = talk;
    getStyleClass().add("talk");
    build();
  }

  Talk talk() {
    return talk;
  }

  /** A talk that is done with takes a line, until somebody looks into it. */
  private void build() {
    shown.clear();
    boolean isFolded = talk.isResolved() && !isUnfolded;
    List<Node> parts = new ArrayList<>();
    parts.add(said(talk.first()));
    if (!isFolded) {
      VBox answers = new VBox();
      answers.getStyleClass().add("answers");
      talk.answers().forEach(answer -> answers.getChildren().add(said(answer)));
      if (!talk.answers().isEmpty()) {
        parts.add(answers);
      }
    }
    answer().ifPresent(parts::add);
    parts.add(foot(isFolded));
    getChildren().setAll(parts);
  }

  private Optional<ComposerView> answer() {
    field =
        Optional.ofNullable(model.answers().get(talk.id()))
            .map(
                composer ->
                    new ComposerView(
                        composer,
                        Texts.text("comment.answer"),
                        Texts.text("comment.answer.prompt"),
                        Optional.of(() -> model.leaveAnswer(talk))));
    field.ifPresent(view -> view.getStyleClass().add("answering"));
    return field;
  }

  private FlowPane foot(boolean isFolded) {
    FlowPane foot = new FlowPane();
    foot.getStyleClass().add("talk-foot");
    if (talk.isResolved()) {
      foot.getChildren()
          .add(Labels.state(Chip.State.NEUTRAL, Icon.CHECK, Texts.text("comment.resolved")));
    }
    if (isFolded && !talk.answers().isEmpty()) {
      foot.getChildren()
          .add(
              Buttons.link(
                  Texts.count("comment.answers", talk.answers().size()),
                  () -> {
                    isUnfolded = true;
                    build();
                  }));
    }
    if (!talk.isResolved() && field.isEmpty()) {
      foot.getChildren().add(gated(Texts.text("comment.answer"), () -> model.answer(talk)));
    }
    if (!talk.first().isGone()) {
      String resolve = talk.isResolved() ? "comment.reopen" : "comment.resolve";
      foot.getChildren()
          .add(gated(Texts.text(resolve), () -> model.resolve(talk, !talk.isResolved())));
    }
    talk.all()
        .filter(Said::isForYou)
        .findFirst()
        .ifPresent(_ -> foot.getChildren().add(gated(Texts.text("comment.settle"), this::settle)));
    return foot;
  }

  private void settle() {
    talk.all().filter(Said::isForYou).forEach(model::settle);
  }

  private static Button gated(String text, Runnable act) {
    Button button = Buttons.small(Buttons.flat(text, act));
    WriteGate.heed(button);
    return button;
  }

  private SaidView said(Said said) {
    SaidView view =
        new SaidView(
            said,
            model.at(said.comment().atMillis()),
            model.mentions().in(said.comment().text()),
            tools(said));
    Optional.ofNullable(model.edits().get(said.comment().id()))
        .ifPresent(
            composer -> {
              ComposerView typing =
                  new ComposerView(
                      composer,
                      Texts.text("comment.save"),
                      Texts.text("comment.edit.prompt"),
                      Optional.of(() -> model.leaveEdit(said)));
              view.replaceWords(typing);
              field = Optional.of(typing);
            });
    if (!said.isGone()) {
      shown.put(said.comment().id(), view);
    }
    return view;
  }

  private Button[] tools(Said said) {
    if (!said.isChangeable() || said.isGone()) {
      return new Button[0];
    }
    Button edit =
        Buttons.small(Buttons.icon(Icon.EDIT, Texts.text("comment.edit"), () -> model.edit(said)));
    Button trash =
        Buttons.small(
            Buttons.icon(Icon.DELETE, Texts.text("comment.trash"), () -> model.trash(said)));
    WriteGate.heed(edit);
    WriteGate.heed(trash);
    return new Button[] {edit, trash};
  }

  /** Shows fields that were opened or closed. */
  void rebuild() {
    build();
  }

  /** Puts the caret into the field that is open here. */
  void typeNow() {
    field.ifPresent(ComposerView::typeNow);
  }

  /** Marks a comment; empty when it is not in this talk. */
  Optional<SaidView> mark(RecordId comment) {
    shown.forEach((id, view) -> view.pseudoClassStateChanged(WANTED, id.equals(comment)));
    if (!shown.containsKey(comment)
        && talk.all().anyMatch(said -> said.comment().id().equals(comment))) {
      isUnfolded = true;
      build();
      return mark(comment);
    }
    return Optional.ofNullable(shown.get(comment));
  }
}
