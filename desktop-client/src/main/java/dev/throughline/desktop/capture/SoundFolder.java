package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of one recording: its log and its segments. */
record SoundFolder(Disk disk, Path path) {
  private static final Pattern SEGMENT = Pattern.compile("(\\d{6})\\.sound");

  Path log() {
    return path.resolve("sound.log");
  }

  /** Where a log goes that cannot be read any more. */
  Path badLog() {
    return path.resolve("sound.log.bad");
  }

  Path freshLog() {
    return path.resolve("log.new");
  }

  Path segment(int number) {
    return path.resolve(String.format(Locale.ROOT, "%06d.sound", number));
  }

  Path freshSegment() {
    return path.resolve("segment.new");
  }

  /** The numbers of the segments that are there, in order. */
  List<Integer> segments() throws IOException {
    return disk.list(path).stream()
        .map(file -> SEGMENT.matcher(file.getFileName().toString()))
        .filter(name -> name.matches())
        .map(name -> Integer.valueOf(name.group(1)))
        .sorted()
        .toList();
  }

  /** Opens a segment to read. */
  FileChannel open(int number) throws IOException {
    return disk.open(segment(number), StandardOpenOption.READ);
  }

  /** The header a segment begins with; empty when it is damaged or the file is not there. */
  Optional<SegmentHeader> header(int number) throws IOException {
    try (FileChannel channel = open(number)) {
      ByteBuffer header = Bytes.read(channel, ByteBuffer.allocate(SegmentHeader.BYTES), 0);
      return header.limit() < SegmentHeader.BYTES
          ? Optional.empty()
          : SegmentHeader.read(header.array()).filter(found -> found.number() == number);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
