package dev.throughline.desktop.exchange;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.wire.MalformedMessage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads an export one line at a time, strictly; holds no more than one line in memory. */
final class ExportReader implements Closeable {
  static final String HEAD = "{\"format\":\"throughline-workspace\",\"version\":1,\"records\":[";
  static final String TAIL = "]}";

  /** A record beyond this could not travel to a server, so it is none. */
  private static final int LINE_BYTES_MAX = 8 << 20;

  /** What the next line turned out to be. */
  sealed interface Step {}

  record Found(int number, int length, ExportLine line) implements Step {}

  record End() implements Step {}

  /** The line, and what is wrong with it as the end of a sentence that begins with its number. */
  record Bad(int number, String what) implements Step {}

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private int number;
  private Optional<RecordId> before = Optional.empty();
  private boolean isOpenEnded = true;

  ExportReader(Path file) throws IOException {
    this(Files.newInputStream(file));
  }

  /** Closes the stream with itself. */
  ExportReader(InputStream in) {
    this.in = in;
  }

  /** The next record, the end, or the first line that is wrong; do not call again after those. */
  Step next() throws IOException {
    try {
      return number == 0 && !isHead(line())
          ? bad("does not start as an export of this version of Throughline does")
          : afterHead(line());
    } catch (CharacterCodingException _) {
      return bad("is not UTF-8 text");
    } catch (MalformedMessage | IllegalArgumentException _) {
      return bad("is not a record");
    }
  }

  private static boolean isHead(Optional<String> line) {
    return line.filter(HEAD::equals).isPresent();
  }

  private Step afterHead(Optional<String> line) throws IOException {
    if (line.isEmpty()) {
      return bad("is missing: the file ends early");
    }
    String text = line.get();
    if (text.equals(TAIL)) {
      return end();
    }
    if (!isOpenEnded) {
      return bad("has no comma before it");
    }
    isOpenEnded = text.endsWith(",");
    ExportLine record = ExportLine.parse(isOpenEnded ? text.substring(0, text.length() - 1) : text);
    Optional<String> problem = record.problem();
    if (problem.isPresent()) {
      return bad("is not a record that can be kept: " + problem.get());
    }
    if (before.filter(id -> id.compareTo(record.id()) >= 0).isPresent()) {
      return bad("stands twice or out of order");
    }
    before = Optional.of(record.id());
    return new Found(number, text.length(), record);
  }

  private Step end() throws IOException {
    if (isOpenEnded && before.isPresent()) {
      return bad("should hold one more record");
    }
    return line().isEmpty() ? new End() : bad("stands behind the end of the export");
  }

  private Step bad(String what) {
    return new Bad(number, what);
  }

  /** The next line without its end; empty behind the last. */
  private Optional<String> line() throws IOException {
    number++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    boolean isAnyRead = false;
    while (fill()) {
      isAnyRead = true;
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      bytes.write(buffer, at, end - at);
      at = end + 1;
      if (end < filled) {
        break;
      }
      if (bytes.size() > LINE_BYTES_MAX) {
        throw new MalformedMessage("a line is too long");
      }
    }
    return isAnyRead ? Optional.of(decoded(bytes)) : Optional.empty();
  }

  private boolean fill() throws IOException {
    if (at >= filled) {
      at = 0;
      filled = Math.max(0, in.read(buffer));
    }
    return filled > 0;
  }

  private static String decoded(ByteArrayOutputStream bytes) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
