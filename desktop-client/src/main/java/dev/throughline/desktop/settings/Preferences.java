package dev.throughline.desktop.settings;

import java.util.Optional;

/** What a person chose, as the profile keeps it. Setting writes to disk: not on the UI thread. */
public interface Preferences {
  /** The name others see; empty until the person gave one. */
  Optional<String> displayName();

  void setDisplayName(String name);

  /** {@code system}, {@code light} or {@code dark}. */
  void setTheme(String theme);

  /** Text and control size in percent. */
  void setScale(int percent);
}
