package dev.throughline.trials.sim;

import java.util.function.Consumer;

/** All that happened in a run, as one number; two runs of one script must agree on it. */
final class Trace {
  private static final long PRIME = 0x100000001B3L;

  private final Consumer<String> reader;
  private long hash = 0xCBF29CE484222325L;

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
}
