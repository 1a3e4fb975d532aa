package dev.throughline.engines;

/** A database user and the password made for it. Printing it never shows the password. */
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return "Credentials[user=" + user + "]";
  }
}
