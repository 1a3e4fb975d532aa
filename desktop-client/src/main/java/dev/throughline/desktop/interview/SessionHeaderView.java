package dev.throughline.desktop.interview;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Head of a session page: title, facts, how safe it is, and what one can do. */
final class SessionHeaderView extends BorderPane {
  private final VBox words = new VBox();
  private final HBox actions = new HBox();
  private final FlowPane lines = new FlowPane();
  private final Label textHeight = new Label();

  SessionHeaderView(SessionViewModel model, SessionCommands commands) {
    getStyleClass().addAll("header", "two-line", "tl-session-head");
    var title =
        new InPlaceFieldView(
            Texts.text("session.title"), Texts.text("interviews.untitled"), model.edits()::rename);
    title.getStyleClass().add("title");
    model
        .sessionProperty()
        .subscribe(session -> session.ifPresent(now -> title.show(now.interview().title())));
    words.getStyleClass().add("words");
    words.getChildren().addAll(title, new SessionFactsView(model));
    words.setMinWidth(0);
    actions.getStyleClass().add("actions");
    actions.setMinWidth(Region.USE_PREF_SIZE);
    lines.getStyleClass().add("actions");
    lines.setMinWidth(0);
    actions.getChildren().add(new SavedView(model));
    actions.getChildren().add(guide(model, commands));
    actions
        .getChildren()
        .add(
            Buttons.of(
                Buttons.standard(Texts.text("session.import"), Icon.IMPORT, commands.choose()),
                "session.import"));
    Button find = key(Icon.SEARCH, "session.find", commands.find());
    find.getStyleClass().add("walkthrough-find");
    actions
        .getChildren()
        .addAll(
            find,
            key(Icon.PARTICIPANT, "session.details", commands.details()),
            more(model, commands));
    textHeight.setManaged(false);
    getChildren().add(textHeight);
    fold(false);
  }

  /** The height of the text, which carries the person's scale. */
  double textHeight() {
    return textHeight.getFont().getSize();
  }

  void onTextHeight(Runnable told) {
    textHeight.fontProperty().addListener(_ -> told.run());
  }

  /** A border pane asks its middle as if it had no insets: long titles would be a line short. */
  @Override
  protected double computePrefHeight(double width) {
    double sides = snappedLeftInset() + snappedRightInset();
    return super.computePrefHeight(width < 0 ? width : width - sides);
  }

  /** A narrow page has the actions below the words, in as many lines as they need. */
  void fold(boolean isNarrow) {
    Pane from = isNarrow ? actions : lines;
    Pane to = isNarrow ? lines : actions;
    List<Node> moved = List.copyOf(from.getChildren());
    from.getChildren().clear();
    to.getChildren().addAll(moved);
    setCenter(words);
    setRight(isNarrow ? null : actions);
    setBottom(isNarrow ? lines : null);
  }

  /** Says how much of the guide is covered, also while the guide itself is not shown. */
  private static Button guide(SessionViewModel model, SessionCommands commands) {
    Button button = Buttons.standard("", Icon.GUIDE, commands.guide());
    Hint.on(button, Texts.text("session.guide.toggle"));
    Hint.key(button, "session.guide");
    model
        .aside()
        .coverage()
        .guideProperty()
        .subscribe(
            guide -> {
              String sum =
                  guide.size() == 0 ? "" : Texts.text("guide.of", guide.covered(), guide.size());
              button.setText(Texts.text("session.guide", sum).strip());
              button.setAccessibleText(Texts.text("session.guide.spoken", sum));
            });
    return button;
  }

  /** The command has the name of the button. */
  private static Button key(Icon icon, String name, Runnable action) {
    return Buttons.withCommand(Buttons.icon(icon, Texts.text(name), action), name);
  }

  private static Button more(SessionViewModel model, SessionCommands commands) {
    var menu =
        new ContextMenu(
            item("session.menu.import", commands.choose()),
            item("session.menu.find", commands.find()),
            item("session.guide.toggle", commands.guide()),
            new SeparatorMenuItem(),
            item("session.menu.undo", model.edits()::undo),
            item("session.menu.redo", model.edits()::redo),
            new SeparatorMenuItem(),
            item("session.menu.debrief", () -> begin(model)),
            restrict(model),
            item("session.menu.trash", model.edits()::trash));
    var button = Buttons.icon(Icon.MORE, Texts.text("session.more"), () -> {});
    button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 0));
    return button;
  }

  /** Says what it would do: restrict, or open again. */
  private static MenuItem restrict(SessionViewModel model) {
    MenuItem item = new MenuItem();
    model
        .sessionProperty()
        .subscribe(
            session -> {
              boolean isRestricted =
                  session.filter(now -> now.interview().isRestricted()).isPresent();
              item.setText(
                  Texts.text(isRestricted ? "session.menu.open" : "session.menu.restrict"));
              item.setOnAction(_ -> model.edits().restrict(!isRestricted));
            });
    return item;
  }

  private static void begin(SessionViewModel model) {
    model.aside().debriefProperty().get().ifPresent(DebriefViewModel::begin);
  }

  private static MenuItem item(String name, Runnable action) {
    var item = new MenuItem(Texts.text(name));
    item.setOnAction(event -> action.run());
    return item;
  }
}
