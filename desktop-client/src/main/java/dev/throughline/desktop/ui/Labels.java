package dev.throughline.desktop.ui;

import javafx.scene.control.Label;

/** Words in the styles of the type scale. Each call makes a new label. */
public final class Labels {
  private Labels() {}

  /** For the first run only. */
  public static Label display(String text) {
    return styled(text, "tl-display");
  }

  /** Title of a place or an object. */
  public static Label h1(String text) {
    return styled(text, "tl-h1");
  }

  /** Title of a panel. */
  public static Label h2(String text) {
    return styled(text, "tl-h2");
  }

  /** Title of a section, or of a row that matters. */
  public static Label h3(String text) {
    return styled(text, "tl-h3");
  }

  public static Label body(String text) {
    return styled(text);
  }

  public static Label muted(String text) {
    return styled(text, "tl-muted");
  }

  public static Label subtle(String text) {
    return styled(text, "tl-subtle");
  }

  /** Second lines and metadata: 12, muted. */
  public static Label small(String text) {
    return styled(text, "tl-small", "tl-muted");
  }

  /** Column heads, kinds: 11, muted; nothing is smaller. */
  public static Label cap(String text) {
    return styled(text, "tl-cap", "tl-muted");
  }

  /** Time stamps, durations, ids, hashes: whatever ticks or lines up in a column. */
  public static Label mono(String text) {
    return styled(text, "tl-mono", "tl-muted");
  }

  /** A sentence that may take several lines within the width it is given. */
  public static Label wrapping(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /** A word with its icon before it, both in the colour of the state. */
  public static Label state(Chip.State state, Icon icon, String text) {
    var label = styled(text, "tl-small", "tl-" + state.styleClass());
    label.setGraphic(icon.line());
    return label;
  }

  static Label styled(String text, String... classes) {
    var label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }
}
