package dev.throughline.desktop.command;

/** Whether a command can be used now, and if not why. */
public sealed interface Availability {
  /** It can be used. */
  record Ready() implements Availability {}

  /** It cannot; the reason is a sentence for people. */
  record Off(String reason) implements Availability {}

  Availability READY = new Ready();

  static Availability off(String reason) {
    return new Off(reason);
  }

  default boolean isReady() {
    return this instanceof Ready;
  }
}
