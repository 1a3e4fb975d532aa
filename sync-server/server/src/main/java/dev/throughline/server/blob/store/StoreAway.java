package dev.throughline.server.blob.store;

/** The store does not answer, or cannot be written; nothing is lost by asking again. */
public final class StoreAway extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreAway(Throwable cause) {
    super(cause);
  }
}
