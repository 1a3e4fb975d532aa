package dev.throughline.desktop.comment;

import dev.throughline.desktop.people.Colleague;
import dev.throughline.desktop.ui.Avatar;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.TabLeaves;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WordsArea;
import dev.throughline.desktop.ui.WriteGate;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The field a comment is written in, who it mentions, and the way to send it. */
final class ComposerView extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final ComposerViewModel model;
  private final Optional<Runnable> leave;
  private final WordsArea area = new WordsArea();
  private final VBox offered = new VBox();
  private final FlowPane chips = new FlowPane();
  private final VBox warnings = new VBox();

  /** Held here alone: what is typed outlives the field, which is made anew with its talk. */
  private final List<InvalidationListener> listening =
      List.of(_ -> offer(), _ -> mark(), _ -> name());

  /**
   * A field for one comment.
   *
   * @param send what sending is called here
   * @param leave closes the field; empty for one that always stays
   */
  ComposerView(ComposerViewModel model, String send, String prompt, Optional<Runnable> leave) {
    this.model = model;
    this.leave = leave;
    getStyleClass().add("composer");
    setUpArea(prompt);
    offered.getStyleClass().add("offered");
    offered.setAccessibleRole(AccessibleRole.LIST_VIEW);
    offered.setAccessibleText(Texts.text("comment.offered"));
    chips.getStyleClass().add("chips");
    warnings.getStyleClass().add("warnings");
    getChildren().addAll(area, offered, chips, warnings, foot(send));
    model.offered().addListener(new WeakInvalidationListener(listening.get(0)));
    model.chosenProperty().addListener(new WeakInvalidationListener(listening.get(1)));
    model.mentioned().addListener(new WeakInvalidationListener(listening.get(2)));
    offer();
    name();
  }

  private void setUpArea(String prompt) {
    area.setWrapText(true);
    area.setPromptText(prompt);
    area.setAccessibleText(prompt);
    area.setPrefRowCount(2);
    area.textProperty().bindBidirectional(model.textProperty());
    area.caretPositionProperty().subscribe(caret -> model.typing(caret.intValue()));
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    TabLeaves.from(area);
    WriteGate.heed(area);
  }

  private FlowPane foot(String send) {
    Button sending =
        Buttons.small(Buttons.withKey(Buttons.standard(send, model::send), "Ctrl Enter"));
    sending.disableProperty().bind(model.sendableProperty().not());
    FlowPane foot = new FlowPane(sending);
    foot.getStyleClass().add("composer-foot");
    leave.ifPresent(
        close ->
            foot.getChildren()
                .addFirst(Buttons.small(Buttons.flat(Texts.text("comment.cancel"), close))));
    return foot;
  }

  /** Puts the caret behind what is typed. */
  void typeNow() {
    area.requestFocus();
    area.end();
  }

  private void pressed(KeyEvent event) {
    boolean isOffering = !model.offered().isEmpty();
    boolean isDone =
        switch (event.getCode()) {
          case ENTER -> event.isShortcutDown() ? send() : isOffering && take();
          case TAB -> isOffering && !event.isShiftDown() && take();
          case UP -> isOffering && move(-1);
          case DOWN -> isOffering && move(1);
          case ESCAPE -> escape(isOffering);
          default -> false;
        };
    if (isDone) {
      event.consume();
    }
  }

  private boolean send() {
    model.send();
    return true;
  }

  private boolean move(int by) {
    model.move(by);
    return true;
  }

  private boolean take() {
    int caret = model.take(area.getCaretPosition());
    area.positionCaret(caret);
    return true;
  }

  private boolean escape(boolean isOffering) {
    if (isOffering) {
      model.dismiss();
    } else {
      leave.ifPresent(Runnable::run);
    }
    return isOffering || leave.isPresent();
  }

  private void offer() {
    List<Colleague> now = model.offered();
    offered.getChildren().setAll(now.stream().map(this::row).toList());
    show(offered, !now.isEmpty());
    mark();
  }

  private Node row(Colleague who) {
    ListRow row = new ListRow(who.name()).lead(Avatar.row(who.name())).second(second(who));
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(who.name());
    row.setOnMousePressed(
        event -> {
          int caret = model.take(who, area.getCaretPosition());
          area.requestFocus();
          area.positionCaret(caret);
          event.consume();
        });
    return row;
  }

  private static String second(Colleague who) {
    return switch (who.sight()) {
      case SEES -> who.login();
      case AWAITED -> Texts.text("comment.sight.awaited.short");
      case NO_ROLE, RESTRICTED, NO_ACCESS -> Texts.text("comment.sight.none.short");
    };
  }

  private void mark() {
    for (int i = 0; i < offered.getChildren().size(); i++) {
      offered
          .getChildren()
          .get(i)
          .pseudoClassStateChanged(CHOSEN, i == model.chosenProperty().get());
    }
    int chosen = model.chosenProperty().get();
    String help =
        chosen < model.offered().size()
            ? Texts.text("comment.offered.spoken", model.offered().get(chosen).name())
            : "";
    area.setAccessibleHelp(help);
  }

  private void name() {
    chips.getChildren().setAll(model.mentioned().stream().map(this::chip).toList());
    show(chips, !model.mentioned().isEmpty());
    List<Label> said = model.mentioned().stream().flatMap(who -> warning(who).stream()).toList();
    warnings.getChildren().setAll(said);
    show(warnings, !said.isEmpty());
  }

  private Button chip(Colleague who) {
    Button chip = Chip.filter(who.name(), () -> model.forget(who));
    chip.setAccessibleText(Texts.text("comment.forget", who.name()));
    return chip;
  }

  private static Optional<Label> warning(Colleague who) {
    String key =
        switch (who.sight()) {
          case SEES -> "";
          case AWAITED -> "comment.sight.awaited";
          case NO_ROLE -> "comment.sight.role";
          case RESTRICTED -> "comment.sight.restricted";
          case NO_ACCESS -> "comment.sight.access";
        };
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Labels.wrapping(
                Labels.state(Chip.State.STALE, Icon.WARNING, Texts.text(key, who.name()))));
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
