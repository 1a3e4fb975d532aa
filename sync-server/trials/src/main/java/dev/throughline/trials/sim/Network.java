package dev.throughline.trials.sim;

import java.util.OptionalLong;

/** Counts what the network does, and tells it to the trace. */
final class Network {
  private static final long TIMEOUT_MILLIS = 20_000;

  private final World world;

  Network(World world) {
    this.world = world;
  }

  void note(Fate fate, Device device, String what) {
    boolean isLost = fate.out().isEmpty() || fate.back().isEmpty();
    boolean isLate = fate.out().orElse(0) > TIMEOUT_MILLIS;
    count(Tally.Of.MESSAGES_LOST, isLost);
    count(Tally.Of.MESSAGES_DUPLICATED, fate.again().isPresent());
    count(Tally.Of.MESSAGES_REORDERED, isLate || fate.again().orElse(0) > TIMEOUT_MILLIS);
    world.note(
        device.name(),
        what + " " + text(fate.out()) + "/" + text(fate.back()) + "/" + text(fate.again()));
  }

  private void count(Tally.Of what, boolean is) {
    world.tally.add(what, is ? 1 : 0);
  }

  private static String text(OptionalLong millis) {
    return millis.isPresent() ? String.valueOf(millis.getAsLong()) : "never";
  }
}
