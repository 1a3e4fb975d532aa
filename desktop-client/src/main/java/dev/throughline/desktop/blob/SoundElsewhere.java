package dev.throughline.desktop.blob;

import java.io.IOException;

/** Sound that lies on the server and could not be had from there. */
public final class SoundElsewhere extends IOException {
  private static final long serialVersionUID = 1;

  /** Why not. */
  public enum Why {
    NO_SERVER("BLB-01", "noServer"),
    /** The server did not answer for as long as one waits. */
    AWAY("BLB-02", "away"),
    /** The server has nothing of it, or not for this person. */
    ABSENT("BLB-03", "absent"),
    /** What the server sends is not what was recorded. */
    DAMAGED("BLB-04", "damaged"),
    /** It is sealed under another key than the one that is here. */
    OTHER_KEY("BLB-05", "otherKey"),
    /** It came, and cannot be decoded. */
    UNDECODED("BLB-06", "undecoded"),
    /** The disk of this computer does not take it. */
    DISK("BLB-07", "disk");

    private final String code;
    private final String word;

    Why(String code, String word) {
      this.code = code;
      this.word = word;
    }

    /** Stays the same for ever. */
    public String code() {
      return code;
    }

    /** The key of the sentence in the texts. */
    public String textKey() {
      return "blob.elsewhere." + word;
    }
  }

  private final Why why;

  SoundElsewhere(Why why) {
    super("sound cannot be had: " + why);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
