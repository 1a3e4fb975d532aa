package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.SectionHeader;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Settings that belong together, under their title. */
abstract class SettingSection extends VBox {
  private final SectionHeader header;

  SettingSection(String title) {
    header = new SectionHeader(title);
    getStyleClass().add("section");
    getChildren().add(header);
  }

  final SectionHeader header() {
    return header;
  }

  final void add(Node... nodes) {
    getChildren().addAll(nodes);
  }
}
