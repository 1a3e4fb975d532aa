package dev.throughline.model.consent;

/** Whose words words are. */
public enum Wording {
  /** Word for word what the person said: transcripts. */
  SPOKEN,
  /** What the team wrote about it: notes and debrief. */
  NOTED
}
