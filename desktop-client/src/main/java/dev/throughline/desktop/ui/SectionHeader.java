package dev.throughline.desktop.ui;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Title of a section, its count or note after it, its actions at the right. */
public final class SectionHeader extends HBox {
  private final Label note = Labels.subtle("");

  public SectionHeader(String title, Node... actions) {
    getStyleClass().add("tl-section-header");
    note.visibleProperty().bind(note.textProperty().isNotEmpty());
    note.managedProperty().bind(note.visibleProperty());
    // Beside actions in a narrow sheet the note gives way first; its hint still says all of it.
    Hint.whole(note);
    var name = Labels.h3(title);
    name.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(name, note, Spaces.grow());
    getChildren().addAll(actions);
  }

  /** A count ("3") or a few words; empty shows nothing, and a count of zero is not shown. */
  public StringProperty noteProperty() {
    return note.textProperty();
  }

  public SectionHeader note(String text) {
    note.setText(text);
    return this;
  }
}
