package dev.throughline.model.sync;

/** The text that a list of splices was written against. */
public sealed interface TextBase {
  /**
   * The text of the field as the record stood at the operation's base sequence number.
   *
   * @param digest the first 16 hexadecimal digits of SHA-256 over the text's UTF-8, so that a
   *     mistaken base is noticed instead of merged
   */
  record AtBase(String digest) implements TextBase {}

  /** The text itself, for a base the server never had: one's own unsent or merged text. */
  record Inline(String text) implements TextBase {}
}
