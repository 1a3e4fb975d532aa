package dev.throughline.desktop.palette;

import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.KeyCap;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The palette above the window. Escape, a click beside it, or using a line closes it. */
public final class PaletteView extends StackPane {
  private final PaletteViewModel model;
  private final TextField field = new TextField();
  private final VBox box = new VBox();
  private final PaletteLinesView lines;
  private final ScrollPane scrolling;
  private @Nullable Node before;

  public PaletteView(PaletteViewModel model) {
    this.model = model;
    this.lines = new PaletteLinesView(model, this::reveal);
    this.scrolling = Sheet.scrolling(Texts.text("palette.lines"), lines);
    getStyleClass().add("tl-scrim");
    box.getStyleClass().add("tl-palette");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    box.getChildren().setAll(head(), scrolling, foot());
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    getChildren().add(box);
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            model.close();
          }
        });
    model.openProperty().subscribe(this::show);
    model.selectedProperty().subscribe(_ -> announce());
    model.lines().addListener((ListChangeListener<Thing>) _ -> announce());
  }

  private HBox head() {
    field.textProperty().bindBidirectional(model.typedProperty());
    field.promptTextProperty().bind(model.promptProperty());
    field.accessibleTextProperty().bind(model.promptProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox head = new HBox(Icon.SEARCH.line(), field, KeyCap.of(Texts.text("palette.key.close")));
    head.getStyleClass().add("head");
    return head;
  }

  private HBox foot() {
    HBox narrowing =
        new HBox(KeyCap.of(">"), hint("palette.commands"), KeyCap.of("@"), hint("palette.persons"));
    narrowing.getStyleClass().add("narrowing");
    // Where something is chosen there are no commands and no people.
    Label run = hint("palette.run");
    model
        .openProperty()
        .subscribe(
            _ -> {
              narrowing.setVisible(!model.isChoosing());
              run.setText(Texts.text(model.isChoosing() ? "palette.take" : "palette.run"));
            });
    HBox foot =
        new HBox(
            KeyCap.of(Texts.text("palette.key.up")),
            KeyCap.of(Texts.text("palette.key.down")),
            hint("palette.move"),
            KeyCap.of(Texts.text("palette.key.run")),
            run,
            Spaces.grow(),
            narrowing);
    foot.getStyleClass().add("foot");
    return foot;
  }

  private static Label hint(String key) {
    Label hint = Labels.small(Texts.text(key));
    hint.setMinWidth(Region.USE_PREF_SIZE);
    return hint;
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> model.close();
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case ENTER -> model.run();
      case TAB -> model.move(event.isShiftDown() ? -1 : 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void reveal(Node row) {
    double room = lines.getHeight() - scrolling.getViewportBounds().getHeight();
    double top = row.getBoundsInParent().getMinY();
    double bottom = row.getBoundsInParent().getMaxY();
    double at = scrolling.getVvalue() * room;
    if (room > 0 && top < at) {
      scrolling.setVvalue(top / room);
    } else if (room > 0 && bottom > at + scrolling.getViewportBounds().getHeight()) {
      scrolling.setVvalue((bottom - scrolling.getViewportBounds().getHeight()) / room);
    }
  }

  /** The focus goes back before the field is hidden: a hidden owner would lose it to anybody. */
  private void show(boolean open) {
    if (open) {
      before = getScene() == null ? null : getScene().getFocusOwner();
    } else if (before != null && before.getScene() == getScene()) {
      before.requestFocus();
    }
    setVisible(open);
    setManaged(open);
    if (open) {
      Focus.give(field);
    } else {
      before = null;
    }
  }

  /** The field keeps the focus, so it speaks for the line that is selected. */
  private void announce() {
    field.setAccessibleHelp(
        model
            .selectedThing()
            .map(thing -> PaletteLinesView.spoken(thing))
            .orElseGet(() -> Texts.text("palette.nothing")));
    field.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
  }
}
