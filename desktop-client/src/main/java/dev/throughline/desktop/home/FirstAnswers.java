package dev.throughline.desktop.home;

import java.util.Optional;

/**
 * What the first page asks, kept with the profile's settings. Setters write a file, so not on the
 * UI thread.
 */
public interface FirstAnswers {
  /** Whether one of the three doors was taken. */
  boolean isBegun();

  void setBegun();

  /** The name others see; empty until the person gave one. */
  Optional<String> displayName();

  void setDisplayName(String name);

  /** Whether the question for the name was answered or waved away; it is not asked again then. */
  boolean isNameAsked();

  void setNameAsked();
}
