package dev.throughline.model.wire;

/**
 * Bytes that are not the message they should be. The message names the place, never the content.
 */
public final class MalformedMessage extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedMessage(String reason) {
    super(reason);
  }

  public MalformedMessage(String reason, Throwable cause) {
    super(reason, cause);
  }
}
