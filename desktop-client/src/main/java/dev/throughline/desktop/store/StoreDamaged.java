package dev.throughline.desktop.store;

/** The H2 file cannot be used. Nothing is lost: it is rebuilt from the journal and the server. */
public final class StoreDamaged extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreDamaged(String message, Throwable cause) {
    super(message, cause);
  }
}
