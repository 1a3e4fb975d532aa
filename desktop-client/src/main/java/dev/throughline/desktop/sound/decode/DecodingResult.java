package dev.throughline.desktop.sound.decode;

import dev.throughline.desktop.sound.PcmForm;

/** What became of a sound file. */
public sealed interface DecodingResult {
  /**
   * All of it was decoded.
   *
   * @param frames how many the target took
   */
  record Decoded(SoundKind kind, PcmForm form, long frames) implements DecodingResult {}

  /** The target has everything up to a place where the file could not be read any further. */
  record CutShort(SoundKind kind, PcmForm form, long frames, DecodingTrouble why)
      implements DecodingResult {
    /** The key of the sentence in the texts. */
    public String textKey() {
      return why.keptKey();
    }
  }

  /** There was no sound to be had. */
  record Refused(DecodingTrouble why) implements DecodingResult {
    /** The key of the sentence in the texts. */
    public String textKey() {
      return why.refusedKey();
    }
  }
}
