package dev.throughline.desktop.app;

/** What the commands for scripts end with; {@code docs/hacking.md} lists them. */
enum ExitCode {
  DONE(0),
  /** Ran, but something was refused, left out or could not be read. */
  PARTLY(1),
  /** The command line is wrong. */
  USAGE(2),
  /** The profile is in use, of a newer version, damaged, or its key is not here. */
  PROFILE(3),
  /** The server cannot be reached. */
  SERVER_AWAY(4),
  /** The server refuses, or keeps operations aside. */
  BLOCKED(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
