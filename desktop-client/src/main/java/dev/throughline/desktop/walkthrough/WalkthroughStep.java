package dev.throughline.desktop.walkthrough;

import java.util.Arrays;
import java.util.Optional;

/** The four steps in their order, with the seconds each asks for; together about 90. */
public enum WalkthroughStep {
  OPEN_INTERVIEW("open", 15),
  WRITE_NOTE("write", 20),
  FIND_SENTENCE("find", 25),
  OWN_INTERVIEW("own", 30);

  private final String id;
  private final int seconds;

  WalkthroughStep(String id, int seconds) {
    this.id = id;
    this.seconds = seconds;
  }

  /** What settings and texts call it. */
  String id() {
    return id;
  }

  /** About how long a person takes. */
  int seconds() {
    return seconds;
  }

  static Optional<WalkthroughStep> of(String id) {
    return Arrays.stream(values()).filter(step -> step.id.equals(id)).findFirst();
  }
}
