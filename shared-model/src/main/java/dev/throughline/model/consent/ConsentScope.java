package dev.throughline.model.consent;

import java.util.Locale;

/** What may be done with what a person said, each asked for by itself. */
public enum ConsentScope {
  /** Recording the sound. */
  RECORD,
  /** Quoting without the name. */
  QUOTE,
  /** Playing clips inside the team. */
  CLIP,
  /** Sharing clips outside the team. */
  SHARE;

  /** The field of the record that holds the answer. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }
}
