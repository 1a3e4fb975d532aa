package dev.throughline.desktop.walkthrough;

import java.util.Optional;

/** How far a person came, kept with the profile's settings. Setting writes a file. */
public interface WalkthroughProgress {
  /** A step's id, or what it ended with; empty before it began. */
  Optional<String> step();

  void setStep(String step);
}
