package dev.throughline.desktop.transcript.file;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a ZIP archive in memory, found by its directory. Nothing is unpacked but the part
 * that is opened, and no more of it than the limit; where names differ only in case or stand twice
 * the archive counts as broken.
 */
final class ZipParts {
  /** Word writes a dozen parts and one for each picture. */
  static final int PARTS_MAX = 5_000;

  /** What one part may hold unpacked: as much as any other transcript file may have. */
  static final long PART_BYTES_MAX = TranscriptLimits.FILE_BYTES_MAX;

  private static final int DIRECTORY_END = 0x0605_4B50;
  private static final int DIRECTORY_ENTRY = 0x0201_4B50;
  private static final int PART_HEAD = 0x0403_4B50;
  private static final int DIRECTORY_END_BYTES = 22;
  private static final int COMMENT_BYTES_MAX = 0xFFFF;
  private static final int ENTRY_BYTES = 46;
  private static final int HEAD_BYTES = 30;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final FileBytes file;
  private final Map<String, Part> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Where a part is and how it is packed. */
  private record Part(int method, boolean isEncrypted, int packedBytes, int headAt) {}

  /** The part holds more than {@link #PART_BYTES_MAX}. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("a part of the archive is too large");
    }
  }

  private ZipParts(FileBytes file) {
    this.file = file;
  }

  /** Empty for what is no ZIP archive, is cut off, or has too many parts. */
  static Optional<ZipParts> of(FileBytes file) {
    ZipParts parts = new ZipParts(file);
    return parts.readDirectory() ? Optional.of(parts) : Optional.empty();
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  /** Opens a part for reading; close it to free what unpacking needs. */
  InputStream open(String name) throws IOException {
    Part part = parts.get(name);
    if (part == null || part.isEncrypted()) {
      throw new IOException("the archive has no readable part of that name");
    }
    int head = part.headAt();
    if (head > file.length() - HEAD_BYTES || int32(head) != PART_HEAD) {
      throw new IOException("a part of the archive has no head");
    }
    int from = head + HEAD_BYTES + int16(head + 26) + int16(head + 28);
    if (from > file.length() - part.packedBytes()) {
      throw new IOException("a part of the archive is cut off");
    }
    return switch (part.method()) {
      case STORED -> limited(new ByteArrayInputStream(file.bytes(), from, part.packedBytes()));
      case DEFLATED -> limited(inflated(from, part.packedBytes()));
      default -> throw new IOException("a part of the archive is packed in an unknown way");
    };
  }

  private InputStream inflated(int from, int packedBytes) {
    Inflater inflater = new Inflater(true);
    // One byte more than it has: raw streams may need it to notice their end.
    int length = Math.min(packedBytes + 1, file.length() - from);
    InputStream packed = new ByteArrayInputStream(file.bytes(), from, length);
    return new InflaterInputStream(packed, inflater) {
      @Override
      public void close() {
        inflater.end();
      }
    };
  }

  private static InputStream limited(InputStream unpacked) {
    return new FilterInputStream(unpacked) {
      private long left = PART_BYTES_MAX;

      @Override
      public int read() throws IOException {
        int read = super.read();
        spend(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] into, int at, int count) throws IOException {
        int read = super.read(into, at, count);
        spend(Math.max(0, read));
        return read;
      }

      private void spend(int bytes) throws TooLarge {
        left -= bytes;
        if (left < 0) {
          throw new TooLarge();
        }
      }
    };
  }

  private boolean readDirectory() {
    int end = directoryEnd();
    if (end < 0) {
      return false;
    }
    int count = int16(end + 10);
    int at = int32(end + 16);
    if (count > PARTS_MAX || at < 0 || at > end) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (at > end - ENTRY_BYTES || int32(at) != DIRECTORY_ENTRY || !readEntry(at, end)) {
        return false;
      }
      at += entryBytes(at);
    }
    return true;
  }

  private boolean readEntry(int at, int end) {
    int packedBytes = int32(at + 20);
    int headAt = int32(at + 42);
    int nameBytes = int16(at + 28);
    if (packedBytes < 0 || headAt < 0 || headAt >= end || at > end - entryBytes(at)) {
      return false;
    }
    String name = new String(file.bytes(), at + ENTRY_BYTES, nameBytes, StandardCharsets.UTF_8);
    boolean isEncrypted = (int16(at + 8) & 1) != 0;
    Part part = new Part(int16(at + 10), isEncrypted, packedBytes, headAt);
    return parts.put(name, part) == null;
  }

  private int entryBytes(int at) {
    return ENTRY_BYTES + int16(at + 28) + int16(at + 30) + int16(at + 32);
  }

  private int directoryEnd() {
    int lowest = Math.max(0, file.length() - DIRECTORY_END_BYTES - COMMENT_BYTES_MAX);
    for (int at = file.length() - DIRECTORY_END_BYTES; at >= lowest; at--) {
      if (int32(at) == DIRECTORY_END) {
        return at;
      }
    }
    return -1;
  }

  private int int16(int at) {
    return (file.bytes()[at] & 0xFF) | (file.bytes()[at + 1] & 0xFF) << 8;
  }

  private int int32(int at) {
    return int16(at) | int16(at + 2) << 16;
  }
}
