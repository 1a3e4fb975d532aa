package dev.throughline.desktop.ui;

/** What the person asked for; {@code SYSTEM} follows the desktop while the window is open. */
public enum ThemeChoice {
  SYSTEM,
  LIGHT,
  DARK
}
