package dev.throughline.desktop.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * What a log of a recording says: a line an entry, a CRC32C of number and words before each. Zeros
 * behind the last line are space allocated ahead.
 *
 * @param entries those that can be read, in order
 * @param damaged lines between them that cannot
 */
record SoundLog(List<SoundEntry> entries, int damaged) {
  /** Two hundred hours of recording take less. */
  static final int BYTES_MAX = 16 << 20;

  static final SoundLog NONE = new SoundLog(List.of(), 0);

  private static final int CHECK_DIGITS = 8;

  SoundLog {
    entries = List.copyOf(entries);
  }

  /** Reads the log of a folder; one that is missing or far too long says nothing. */
  static SoundLog read(SoundFolder folder) throws IOException {
    return bytes(folder).map(SoundLog::of).orElse(NONE);
  }

  /** The bytes of the log; empty when there is none or it is far too long. */
  static Optional<byte[]> bytes(SoundFolder folder) throws IOException {
    try (FileChannel channel = folder.disk().open(folder.log(), StandardOpenOption.READ)) {
      if (channel.size() > BYTES_MAX) {
        return Optional.empty();
      }
      ByteBuffer all = ByteBuffer.allocate((int) channel.size());
      return Optional.of(Bytes.read(channel, all, 0).array());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  static SoundLog of(byte[] bytes) {
    List<SoundEntry> entries = new ArrayList<>();
    int damaged = 0;
    int bad = 0;
    int begin = 0;
    for (int at = 0, number = 1; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        Optional<SoundEntry> entry = entry(number++, bytes, begin, at);
        entry.ifPresent(entries::add);
        damaged += entry.isPresent() ? bad : 0;
        bad = entry.isPresent() ? 0 : bad + 1;
        begin = at + 1;
      }
    }
    return new SoundLog(entries, damaged);
  }

  private static Optional<SoundEntry> entry(int number, byte[] bytes, int from, int to) {
    String line = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    if (line.length() <= CHECK_DIGITS) {
      return Optional.empty();
    }
    String words = line.substring(CHECK_DIGITS + 1);
    return line.startsWith(check(number, words) + " ") ? SoundEntry.read(words) : Optional.empty();
  }

  /** The line of an entry, with its end. */
  static byte[] line(int number, SoundEntry entry) {
    String words = entry.words();
    return (check(number, words) + " " + words + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The whole log as bytes. */
  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < entries.size(); i++) {
      all.writeBytes(line(i + 1, entries.get(i)));
    }
    return all.toByteArray();
  }

  private static String check(int number, String words) {
    CRC32C crc = new CRC32C();
    crc.update((number + "|" + words).getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  Optional<SoundEntry.Begun> begun() {
    return first(SoundEntry.Begun.class);
  }

  Optional<SoundEntry.Ended> ended() {
    return first(SoundEntry.Ended.class);
  }

  /** What is said of segments that are over, by their numbers. */
  Map<Integer, SoundEntry.Closed> closed() {
    return all(SoundEntry.Closed.class).stream()
        .collect(
            Collectors.toMap(SoundEntry.Closed::number, entry -> entry, (first, second) -> first));
  }

  /** The headers of segments, by their numbers. */
  Map<Integer, SegmentHeader> headers() {
    return all(SoundEntry.Opened.class).stream()
        .map(SoundEntry.Opened::header)
        .collect(
            Collectors.toMap(SegmentHeader::number, header -> header, (first, second) -> first));
  }

  <T extends SoundEntry> List<T> all(Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private <T extends SoundEntry> Optional<T> first(Class<T> kind) {
    return all(kind).stream().findFirst();
  }
}
