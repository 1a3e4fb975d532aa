package dev.throughline.trials.sim;

/**
 * A machine stops here. Unwinds everything its actors were doing; only the simulator catches it.
 */
final class Crash extends Error {
  private static final long serialVersionUID = 1;

  final transient Object machine;

  Crash(Object machine) {
    super("a machine stopped", null, false, false);
    this.machine = machine;
  }
}
