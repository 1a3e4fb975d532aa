package dev.throughline.desktop.sound.decode;

/** Why a sound file cannot be read, or not to its end; each with a stable code and a sentence. */
public enum DecodingTrouble {
  UNREADABLE("SND-01", "unreadable"),
  UNKNOWN("SND-02", "unknown"),
  EMPTY("SND-03", "empty"),
  DAMAGED("SND-04", "damaged"),
  /** The container is known, what is coded inside is not. */
  CODING("SND-05", "coding"),
  /** More channels or samples a second than a recording has. */
  FORM("SND-06", "form"),
  TOO_LONG("SND-07", "tooLong"),
  /** The decoder made no progress and was ended. */
  STUCK("SND-08", "stuck"),
  /** The decoder wanted more memory than it may have, or died. */
  DIED("SND-09", "died"),
  /** The file ends before its sound does. */
  CUT("SND-10", "cut"),
  /** The program that recorded it never wrote the lengths. */
  UNFINISHED("SND-11", "unfinished"),
  /** Another sound is put on behind, with other channels or samples a second. */
  MIXED("SND-12", "mixed");

  private final String code;
  private final String word;

  DecodingTrouble(String code, String word) {
    this.code = code;
    this.word = word;
  }

  /** Stays the same for ever. */
  public String code() {
    return code;
  }

  /** The key of the sentence in the texts for a file of which nothing was taken. */
  String refusedKey() {
    return "decoding.refused." + word;
  }

  /** The key of the sentence in the texts for a file of which the beginning was taken. */
  String keptKey() {
    return switch (this) {
      // Known before there is any sound.
      case UNKNOWN, EMPTY, FORM -> refusedKey();
      default -> "decoding.kept." + word;
    };
  }
}
