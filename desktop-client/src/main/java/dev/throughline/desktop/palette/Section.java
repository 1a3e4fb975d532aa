package dev.throughline.desktop.palette;

import dev.throughline.desktop.ui.Texts;

/** The parts of the palette, in the order they are shown. */
public enum Section {
  /** What a person is asked to choose from. */
  CHOICE("palette.choice", 7),
  /** Commands that mean something on this page only. */
  HERE("palette.here", 5),
  GO("palette.go", 7),
  PEOPLE("palette.people", 4),
  SAID("palette.said", 4),
  COMMAND("palette.command", 6),
  SETTING("palette.setting", 3);

  private final String key;
  private final int linesMax;

  Section(String key, int linesMax) {
    this.key = key;
    this.linesMax = linesMax;
  }

  String title() {
    return Texts.text(key);
  }

  /** How many lines it shows beside others. */
  int linesMax() {
    return linesMax;
  }
}
