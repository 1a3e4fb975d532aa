package dev.throughline.model.wire;

/**
 * Bytes that are not the message they should be. The message names the place, never the content.
 */
public sealed class MalformedMessage extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A body that would grow beyond its limit. */
  public static final class TooLarge extends MalformedMessage {
    private static final long serialVersionUID = 1;

    public TooLarge(int lengthMax) {
      super("the body is larger than " + lengthMax + " bytes");
    }
  }

  public MalformedMessage(String reason) {
    super(reason);
  }

  public MalformedMessage(String reason, Throwable cause) {
    super(reason, cause);
  }
}
