package dev.throughline.model.wire;

import dev.throughline.model.value.Value;

/** Turns one type of message into a value tree and back; reading is strict. */
public interface Codec<T> {
  Value write(T message);

  /**
   * Reads a message.
   *
   * @throws MalformedMessage when a member is missing, unknown or of the wrong shape
   */
  T read(Value value);

  default byte[] encode(T message, Encoding encoding) {
    return ValueWriter.write(write(message), encoding);
  }

  /**
   * Decodes a whole message.
   *
   * @throws MalformedMessage when the bytes are anything else
   */
  default T decode(byte[] bytes, Encoding encoding) {
    try {
      return read(ValueReader.read(bytes, encoding));
    } catch (IllegalArgumentException e) {
      throw new MalformedMessage("a member is out of range: " + e.getMessage(), e);
    }
  }
}
