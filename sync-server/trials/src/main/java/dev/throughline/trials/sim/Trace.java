package dev.throughline.trials.sim;

import java.util.List;
import java.util.function.Consumer;

/**
 * All that happened in a run, as one number; two runs of one script must agree on it, in whatever
 * process they are. So nothing may be told in an order that a process chooses for itself, as that
 * of {@code Set.of}, {@code Map.copyOf} and hashes of enums.
 */
final class Trace {
  private static final long BEGIN = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  private final Consumer<String> reader;
  private long hash = BEGIN;

  Trace(Consumer<String> reader) {
    this.reader = reader;
  }

  void add(long at, String who, String what) {
    String line = at + " " + who + " " + what;
    for (int i = 0; i < line.length(); i++) {
      hash = (hash ^ line.charAt(i)) * PRIME;
    }
    reader.accept(line);
  }

  long hash() {
    return hash;
  }

  /** One number for the traces of many runs, in their order; a single one stands for itself. */
  static long over(List<Long> traces) {
    return traces.stream().reduce((all, next) -> (all * PRIME) ^ next).orElse(BEGIN);
  }
}
