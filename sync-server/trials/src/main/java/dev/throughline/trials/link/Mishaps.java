package dev.throughline.trials.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** All that goes wrong on a link, each once and in its order. Any thread. */
public final class Mishaps {
  /** So little may be the end of a message. */
  private static final int BODY_BYTES_MIN = 1_024;

  private static final Pattern HEAD = Pattern.compile("^(?:PUT |GET |POST |HTTP/)");
  private static final String HEAD_END = "\r\n\r\n";

  private final List<Mishap> coming;
  private final RandomGenerator random;
  private int happened;
  private int taken;

  /**
   * @param random which bit of what it meets is changed
   */
  public Mishaps(List<Mishap> all, RandomGenerator random) {
    this.coming = new ArrayList<>(all);
    this.random = random;
  }

  /** Nothing goes wrong. */
  public static Mishaps none() {
    return new Mishaps(List.of(), RandomGenerator.getDefault());
  }

  /** How many are still to come. */
  public synchronized int left() {
    return coming.size();
  }

  public synchronized int happened() {
    return happened;
  }

  /** How many parts that were under way went with them. */
  public synchronized int partsTaken() {
    return taken;
  }

  /**
   * What happens to these bytes; a bit of them is changed if that is what happens.
   *
   * @param carried bytes before them, both ways
   * @param underWay how many connections are in the middle of something large
   */
  synchronized Optional<Mishap> meet(Way way, byte[] bytes, long carried, int underWay) {
    if (coming.isEmpty() || !fits(coming.getFirst(), way, bytes, carried)) {
      return Optional.empty();
    }
    Mishap next = coming.removeFirst();
    happened++;
    taken += next.takes(underWay);
    switch (next.kind()) {
      case BODY -> change(bytes, bytes.length);
      case HEAD -> change(bytes, headLength(bytes));
      case STALL, SILENCE, RESET -> {
        // The bytes are as they were.
      }
    }
    return Optional.of(next);
  }

  private static boolean fits(Mishap next, Way way, byte[] bytes, long carried) {
    if (carried < next.at() || way != next.way()) {
      return false;
    }
    boolean isHead = HEAD.matcher(text(bytes)).find();
    return next.kind() == Mishap.Kind.HEAD ? isHead : !isHead && bytes.length >= BODY_BYTES_MIN;
  }

  private static int headLength(byte[] bytes) {
    int end = text(bytes).indexOf(HEAD_END);
    return end < 0 ? bytes.length : end;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void change(byte[] bytes, int within) {
    bytes[random.nextInt(within)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
  }
}
