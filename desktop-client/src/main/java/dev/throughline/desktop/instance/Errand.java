package dev.throughline.desktop.instance;

import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a second start asks of the open window: to come to the front and take these files in.
 *
 * @param id the same however often a start asks; empty from a version that has none
 */
record Errand(String id, List<Path> files) {
  /** The largest message; a longer one is not read. */
  static final int BYTES_MAX = 1 << 20;

  static final int FILES_MAX = 200;
  static final int HEAD_BYTES = 8;
  private static final int PATH_LENGTH_MAX = 4096;
  private static final long VERSION = 1;
  private static final byte[] MAGIC = "TLD1".getBytes(StandardCharsets.US_ASCII);

  Errand {
    files = List.copyOf(files);
    if (files.size() > FILES_MAX) {
      throw new IllegalArgumentException("an errand names at most " + FILES_MAX + " files");
    }
  }

  /** Head and body in one. */
  byte[] encode() {
    List<Value> names = files.stream().map(file -> Value.text(file.toString())).toList();
    Value message =
        new Value.Entries(
            Map.of(
                "version", Value.whole(VERSION),
                "id", Value.text(id),
                "files", new Value.Items(names)));
    byte[] body = WireFormat.VALUE.encode(message, Encoding.CBOR);
    return ByteBuffer.allocate(HEAD_BYTES + body.length)
        .put(MAGIC)
        .putInt(body.length)
        .put(body)
        .array();
  }

  /** How long the body is that a head announces; empty when the head is not one of ours. */
  static Optional<Integer> bodyLength(byte[] head) {
    int length = ByteBuffer.wrap(head).getInt(MAGIC.length);
    boolean isOurs =
        Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
            && length > 0
            && length <= BYTES_MAX;
    return isOurs ? Optional.of(length) : Optional.empty();
  }

  /** Empty for anything but an errand of this version that names absolute paths. */
  static Optional<Errand> decode(byte[] body) {
    try {
      if (WireFormat.VALUE.decode(body, Encoding.CBOR) instanceof Value.Entries(var members)
          && new FieldMap(members).whole("version").equals(Optional.of(VERSION))
          && members.get("files") instanceof Value.Items(var names)
          && names.size() <= FILES_MAX) {
        List<Path> files = names.stream().map(Errand::path).toList();
        return Optional.of(new Errand(new FieldMap(members).text("id"), files));
      }
      return Optional.empty();
    } catch (MalformedMessage | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Path path(Value name) {
    if (name instanceof Value.Text(String text) && text.length() <= PATH_LENGTH_MAX) {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return path;
      }
    }
    throw new InvalidPathException("", "no absolute path");
  }
}
