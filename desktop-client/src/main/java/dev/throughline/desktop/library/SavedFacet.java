package dev.throughline.desktop.library;

import dev.throughline.desktop.library.SavedFiltersViewModel.Kept;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The filters kept by name, and the way to keep the current one. */
final class SavedFacet extends VBox {
  private final SavedFiltersViewModel model;
  private final VBox lines = new VBox();
  private final NewNameBox fresh;

  SavedFacet(SavedFiltersViewModel model, Narrowing narrowing) {
    this.model = model;
    getStyleClass().add("library-facet");
    Label head = Labels.h3(Texts.text("library.saved"));
    head.getStyleClass().add("head");
    fresh =
        new NewNameBox(
            Texts.text("library.saved.keep"),
            Texts.text("library.saved.name"),
            model.errorProperty(),
            model::keep);
    getChildren().addAll(head, lines, fresh);
    model.kept().addListener((ListChangeListener<Kept>) _ -> fill());
    narrowing.onChange(this::offer);
    fill();
  }

  private void fill() {
    lines.getChildren().setAll(model.kept().stream().map(this::line).toList());
    offer();
  }

  private HBox line(Kept one) {
    Hyperlink choose = Buttons.link(one.name(), () -> model.choose(one));
    choose.setWrapText(true);
    choose.setMinWidth(0);
    choose.setAccessibleText(Texts.text("library.saved.choose", one.name()));
    choose.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(choose, Priority.ALWAYS);
    Button forget =
        Buttons.small(
            Buttons.icon(
                Icon.CLOSE,
                Texts.text("library.saved.forget", one.name()),
                () -> model.forget(one)));
    HBox line = new HBox(choose, forget);
    line.getStyleClass().add("library-facet-line");
    return line;
  }

  /** A way to keep what narrows, once something does that is not kept yet. */
  private void offer() {
    fresh.offer();
    boolean isOffered = model.canKeep() && model.current().isEmpty();
    fresh.setVisible(isOffered);
    fresh.setManaged(isOffered);
    setVisible(isOffered || !model.kept().isEmpty());
    setManaged(isVisible());
  }

  void ask() {
    fresh.ask();
  }
}
