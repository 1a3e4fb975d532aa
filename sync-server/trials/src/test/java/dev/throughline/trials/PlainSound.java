package dev.throughline.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for sound that lies about as it was said, wherever in a file it stands. */
final class PlainSound {
  /** Bytes from one sample that is looked for to the next. */
  private static final int STEP = 8_192;

  private static final int LENGTH = 24;

  /** Silence stands in any file. */
  private static final long VALUES_MIN = 12;

  private final Map<Long, byte[]> samples = new HashMap<>();

  PlainSound(byte[] pcm) {
    for (int at = 0; at + LENGTH <= pcm.length; at += STEP) {
      byte[] sample = Arrays.copyOfRange(pcm, at, at + LENGTH);
      if (Stream.of(boxed(sample)).distinct().count() >= VALUES_MIN) {
        samples.put(head(sample, 0), sample);
      }
    }
  }

  private static Byte[] boxed(byte[] bytes) {
    Byte[] boxed = new Byte[bytes.length];
    Arrays.setAll(boxed, at -> bytes[at]);
    return boxed;
  }

  private static long head(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
  }

  /** How many different places of the sound are looked for. */
  int size() {
    return samples.size();
  }

  /** The files below a folder that hold any of it. */
  List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(this::isIn).toList();
    }
  }

  private boolean isIn(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      long window = bytes.length < Long.BYTES ? 0 : head(bytes, 0);
      for (int at = 0; at + LENGTH <= bytes.length; at++) {
        Optional<byte[]> sample = Optional.ofNullable(samples.get(window));
        if (sample.isPresent() && Arrays.equals(bytes, at, at + LENGTH, sample.get(), 0, LENGTH)) {
          return true;
        }
        window = window >>> Byte.SIZE | (long) bytes[at + Long.BYTES] << (Long.SIZE - Byte.SIZE);
      }
      return false;
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
