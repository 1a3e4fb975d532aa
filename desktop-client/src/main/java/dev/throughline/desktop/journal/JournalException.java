package dev.throughline.desktop.journal;

/** The journal could not be written or read; the cause tells the system's reason. */
public final class JournalException extends Exception {
  private static final long serialVersionUID = 1;

  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
