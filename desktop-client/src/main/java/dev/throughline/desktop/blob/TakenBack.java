package dev.throughline.desktop.blob;

/** What became of sound that was to be taken back in. */
public sealed interface TakenBack {
  /** It is here now, as it was. */
  record In() implements TakenBack {}

  /** It was here already. */
  record Here() implements TakenBack {}

  /** Nothing of it was kept. */
  record Refused(Why why) implements TakenBack {}

  /** Why it was not taken in. */
  enum Why {
    /** There is no such recording, or it is still being made. */
    NO_RECORDING,
    /** Its key was erased; so is its sound. */
    ERASED,
    /** It is no sound that can be read. */
    NO_SOUND,
    /** It is sound, but not that of this recording. */
    OTHER_SOUND,
    /** It is not what was exported. */
    CHANGED,
    /** The record may not be changed. */
    NOT_SAVED
  }
}
