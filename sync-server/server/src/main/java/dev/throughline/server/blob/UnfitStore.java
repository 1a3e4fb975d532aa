package dev.throughline.server.blob;

/** The store cannot keep what must be kept; the message says why, within a sentence. */
public final class UnfitStore extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnfitStore(String why) {
    super(why);
  }
}
