package dev.throughline.model.sync;

/** Versions and limits of the sync protocol. Both sides hold to them. */
public final class Protocol {
  public static final int VERSION_MIN = 1;
  public static final int VERSION_MAX = 1;

  /** Operations in one push. */
  public static final int PUSH_OPS_MAX = 4_000;

  /** Operations in one group, so that every group fits a push. */
  public static final int GROUP_OPS_MAX = 2_000;

  /** Bytes of one message before compression. */
  public static final int MESSAGE_BYTES_MAX = 16 << 20;

  /** Bytes a push aims at; a batch is cut once it passes this. */
  public static final int PUSH_BYTES_AIM = 2 << 20;

  /** Bytes a pull answer aims at; it is cut at the next commit boundary. */
  public static final int PULL_BYTES_AIM = 1 << 20;

  /**
   * The same of the first answer from the beginning of the log: a device that has nothing yet can
   * soon begin to take it in while the server reads on.
   */
  public static final int FIRST_PULL_BYTES_AIM = 1 << 16;

  /** Commits beyond this many changes do not exist: a push has at most {@link #PUSH_OPS_MAX}. */
  public static final int PULL_CHANGES_MAX = 2 * PUSH_OPS_MAX;

  /** Characters of a display name. */
  public static final int AUTHOR_LENGTH_MAX = 100;

  private Protocol() {}
}
