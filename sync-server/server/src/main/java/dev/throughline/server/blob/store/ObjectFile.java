package dev.throughline.server.blob.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One version as the folder writes it down, a line each: what it is, the upload it was, until when
 * it is kept and how, whether it is held, then digest and length of each part.
 */
record ObjectFile(
    String upload,
    Optional<Instant> keptUntil,
    Optional<LockMode> mode,
    boolean isHeld,
    List<Part> parts) {
  private static final String FIRST = "throughline-object-1";
  private static final String NEVER = "-";
  private static final int HEAD_LINES = 5;

  /** What lies there is no such file, or only a part of one. */
  static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    Unreadable() {
      super("an object file is not one");
    }
  }

  /** A part and its length in bytes. */
  record Part(String digest, int length) {}

  ObjectFile {
    parts = List.copyOf(parts);
  }

  static ObjectFile of(String upload, List<Part> parts) {
    return new ObjectFile(upload, Optional.empty(), Optional.empty(), false, parts);
  }

  long size() {
    return parts.stream().mapToLong(Part::length).sum();
  }

  /** Kept until the later of both, and as firmly as the firmer of both. */
  ObjectFile kept(LockMode wanted, Instant until) {
    boolean isLonger = keptUntil.filter(before -> !before.isBefore(until)).isEmpty();
    boolean isFirmer = mode.filter(before -> before.compareTo(wanted) >= 0).isEmpty();
    return new ObjectFile(
        upload,
        isLonger ? Optional.of(until) : keptUntil,
        isFirmer ? Optional.of(wanted) : mode,
        isHeld,
        parts);
  }

  ObjectFile held(boolean held) {
    return new ObjectFile(upload, keptUntil, mode, held, parts);
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder(FIRST).append('\n');
    text.append(upload).append('\n');
    text.append(keptUntil.map(Instant::toString).orElse(NEVER)).append('\n');
    text.append(mode.map(LockMode::name).orElse(NEVER)).append('\n');
    text.append(isHeld).append('\n');
    parts.forEach(
        part -> text.append(part.digest()).append(' ').append(part.length()).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws Unreadable when it is something else
   */
  static ObjectFile read(byte[] bytes) throws Unreadable {
    try {
      return parsed(bytes);
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException _) {
      throw new Unreadable();
    }
  }

  private static ObjectFile parsed(byte[] bytes) throws Unreadable {
    List<String> lines = Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\n"));
    if (lines.size() < HEAD_LINES || !lines.getFirst().equals(FIRST)) {
      throw new Unreadable();
    }
    return new ObjectFile(
        lines.get(1),
        Optional.of(lines.get(2)).filter(text -> !text.equals(NEVER)).map(Instant::parse),
        Optional.of(lines.get(3)).filter(text -> !text.equals(NEVER)).map(LockMode::valueOf),
        Boolean.parseBoolean(lines.get(4)),
        lines.subList(HEAD_LINES, lines.size()).stream().map(ObjectFile::part).toList());
  }

  static Part part(String line) {
    String[] words = line.split(" ");
    return new Part(words[0], Integer.parseInt(words[1]));
  }
}
