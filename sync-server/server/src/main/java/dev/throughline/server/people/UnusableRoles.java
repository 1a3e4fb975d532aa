package dev.throughline.server.people;

/** The file of roles cannot be used; the message says why, within a sentence. */
public final class UnusableRoles extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableRoles(String why) {
    super(why);
  }
}
