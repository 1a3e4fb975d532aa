package dev.throughline.desktop.travel;

import dev.throughline.desktop.ui.Texts;

/**
 * How recordings stand that somebody may want without a server.
 *
 * @param percent of what is wanted that is here, 0 to 100
 */
public record OfflineState(Kind kind, int percent) {
  /** What can be done about it. */
  public enum Kind {
    /** There is no recording, or nothing of it is on the server yet. */
    NOTHING,
    /** All of it lies here anyway. */
    HERE,
    /** It can be fetched. */
    POSSIBLE,
    /** It is wanted, and comes. */
    COMING,
    /** All of it is here, and stays. */
    KEPT
  }

  static final OfflineState NOTHING = new OfflineState(Kind.NOTHING, 0);

  /** Whether somebody wanted it offline. */
  public boolean isWanted() {
    return kind == Kind.COMING || kind == Kind.KEPT;
  }

  public boolean isPossible() {
    return kind == Kind.POSSIBLE;
  }

  /** What people need to know of it; empty while nobody wanted anything. */
  public String words() {
    return switch (kind) {
      case NOTHING, HERE, POSSIBLE -> "";
      case COMING -> Texts.text("offline.coming", percent);
      case KEPT -> Texts.text("offline.kept");
    };
  }
}
