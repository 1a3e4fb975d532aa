package dev.throughline.trials.sim;

import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the log with what the naive model says it should hold: state, conflicts, parked. */
final class OracleChecks {
  private static final List<String> CARD_NAMES =
      List.of("shownAuthor", "keptAuthor", "shownDevice", "keptDevice", "rule", "record", "field");

  private final World world;
  private final Oracle oracle;

  OracleChecks(World world) {
    this.world = world;
    this.oracle = new Oracle(world.log.taken(), new Settled(world.devices));
  }

  void all() {
    oracle.doubts.stream().limit(1).forEach(doubt -> world.violated("I5", doubt));
    parked();
    records();
    if (oracle.head() != world.log.head().seq()) {
      world.violated(
          "I8", "the log has " + world.log.head().seq() + " entries, not " + oracle.head());
    }
    world.log.states().values().stream()
        .filter(state -> state.kind().equals("conflict"))
        .forEach(this::card);
  }

  private void parked() {
    Map<OpId, ParkReason> there = new LinkedHashMap<>();
    world.log.taken().stream()
        .flatMap(taken -> taken.plan().firsts().stream())
        .forEach(
            first -> {
              if (first.outcome() instanceof Outcome.Parked(ParkReason reason, _)) {
                there.put(first.op().id(), reason);
              }
            });
    if (!there.equals(oracle.parked)) {
      Set<Map.Entry<OpId, ParkReason>> differing = new LinkedHashSet<>(there.entrySet());
      differing.addAll(oracle.parked.entrySet());
      differing.removeIf(
          entry ->
              entry.getValue() == there.get(entry.getKey())
                  && entry.getValue() == oracle.parked.get(entry.getKey()));
      OpId op = differing.iterator().next().getKey();
      world.violated(
          "parked", op + " is parked as " + there.get(op) + ", not " + oracle.parked.get(op));
    }
  }

  private void records() {
    Map<RecordId, RecordState> there = world.log.states();
    Set<RecordId> all = new TreeSet<>(there.keySet());
    all.addAll(oracle.records().keySet());
    for (RecordId id : all) {
      String is = text(there.get(id));
      String should = text(oracle.records().get(id));
      if (!is.equals(should)) {
        world.violated("state", id + " is " + is + ", and should be " + should);
        return;
      }
    }
  }

  private static String text(@org.jspecify.annotations.Nullable RecordState state) {
    return state == null
        ? "not there"
        : state.kind() + " " + state.seq() + " " + state.trash().isPresent() + state.fields();
  }

  private static String text(Oracle.@org.jspecify.annotations.Nullable Rec rec) {
    return rec == null
        ? "not there"
        : rec.kind + " " + rec.seq + " " + rec.trash.isPresent() + rec.fields();
  }

  /** I16: both values, both authors, the rule. I14: no time from the future. */
  private void card(RecordState card) {
    for (String name : CARD_NAMES) {
      if (!(card.fields().get(name) instanceof Value.Text(String text)) || text.isEmpty()) {
        world.violated("I16", "the conflict " + card.id() + " does not name its " + name);
      }
    }
    if (!card.fields().containsKey("shown") || !card.fields().containsKey("kept")) {
      world.violated("I16", "the conflict " + card.id() + " lacks a value");
    }
    for (String name : List.of("shownAt", "keptAt")) {
      if (!(card.fields().get(name) instanceof Value.Whole(long at))
          || at < 0
          || at > world.serverTime().toEpochMilli()) {
        world.violated("I14", "the conflict " + card.id() + " is from another time");
      }
    }
  }
}
