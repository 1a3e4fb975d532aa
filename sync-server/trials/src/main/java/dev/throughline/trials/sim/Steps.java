package dev.throughline.trials.sim;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import java.util.List;
import java.util.Map;

/** Does what a step says. */
final class Steps {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  private Steps() {}

  static void perform(World world, Step step) {
    Device device = world.one(step);
    Dice dice = Dice.of(world.script.seed(), 14, step.at(), step.dice());
    world.note(device.name(), step.verb().name());
    switch (step.verb()) {
      case CRASH -> device.stopAfter(1 + dice.below(dice.chance(50) ? 12 : 150), false);
      case CRASH_AND_LOSE_STORE -> device.stopAfter(1 + dice.below(60), true);
      case SERVER_CRASH -> dice.of(world.servers).stopAfter(1 + dice.below(12));
      case CLOCK -> device.jump(Clocks.skew(dice));
      case SLEEP -> device.sleep(dice.chance(50) ? dice.below(60) * MINUTE : dice.below(25) * DAY);
      case CUT -> device.cut(dice.chance(70) ? dice.below(30) * MINUTE : dice.below(14) * DAY);
      case AGAIN -> device.applyNextPullTwice();
      case COPY -> world.copy(device, dice);
      case CALM -> throw new IllegalArgumentException("rest is no step");
      default -> gesture(world, device, step.verb(), dice);
    }
  }

  private static void gesture(World world, Device device, Verb verb, Dice dice) {
    device
        .life()
        .filter(_ -> !device.isAsleep())
        .ifPresent(
            life ->
                device.act(
                    life,
                    () ->
                        life.gesture(() -> new Gestures(world, device, life, dice).perform(verb))));
  }

  /** Resolves every conflict that is open here; several people may do so at once. */
  static void resolveAll(World world, Device device, Life life) {
    Dice dice = Dice.of(world.script.seed(), 15, device.no());
    Map<?, RecordView> views = Views.of(life.ledger().store());
    List<RecordView> all = List.copyOf(views.values());
    for (RecordView view : all) {
      if (view.kind().equals("conflict") && Gestures.isOpen(view) && dice.chance(60)) {
        List<Draft> drafts = Resolving.of(view, all, dice);
        life.gesture(() -> life.ledger().record(drafts));
      }
    }
  }
}
