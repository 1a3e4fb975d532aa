package dev.throughline.desktop.platform;

/**
 * Something the user must know: a stable code and one sentence that says what happened, what is
 * safe and what to do. Never holds text of a record.
 */
public final class UserError extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;

  public UserError(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  public UserError(String code, String sentence, Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The sentence with its code, as it is shown. */
  public String shown() {
    return getMessage() + " Code " + code + ".";
  }
}
