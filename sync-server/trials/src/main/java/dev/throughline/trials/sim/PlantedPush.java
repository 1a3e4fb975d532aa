package dev.throughline.trials.sim;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A desktop that sends every group by itself and looks at no answer before the next. */
final class PlantedPush {
  private PlantedPush() {}

  static Reply<PushAnswer> groupByGroup(Push push, Function<Push, Reply<PushAnswer>> wire) {
    List<OpOutcome> outcomes = new ArrayList<>();
    long head = 0;
    for (List<Op> group : groups(push.ops())) {
      Push part =
          new Push(
              push.version(),
              push.workspace(),
              push.device(),
              push.incarnation(),
              push.author(),
              push.clockOffsetMillis(),
              group);
      Reply<PushAnswer> reply = wire.apply(part);
      if (!(reply instanceof Reply.Ok<PushAnswer>(PushAnswer answer))) {
        return reply;
      }
      outcomes.addAll(answer.outcomes());
      head = answer.head();
    }
    return new Reply.Ok<>(new PushAnswer(outcomes, head));
  }

  private static List<List<Op>> groups(List<Op> ops) {
    List<List<Op>> groups = new ArrayList<>();
    for (Op op : ops) {
      if (groups.isEmpty() || !groups.getLast().getFirst().group().equals(op.group())) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(op);
    }
    return groups;
  }
}
