package dev.throughline.trials.sim;

import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.desktop.store.Bases.Base;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What must hold whenever everything is at rest. */
final class Checks {
  private final World world;

  Checks(World world) {
    this.world = world;
  }

  /** Whether nothing waits anywhere and everybody has all there is. */
  static boolean isAtRest(World world) {
    return world.devices.stream().allMatch(device -> isAtRest(world, device));
  }

  private static boolean isAtRest(World world, Device device) {
    return device
        .life()
        .map(life -> life.ledger().store())
        .filter(store -> store.counts().waiting() == 0)
        .flatMap(LocalStore::cursor)
        .filter(cursor -> cursor.seq() == world.log.head().seq())
        .isPresent();
  }

  void all() {
    for (Device device : world.devices) {
      if (isAtRest(world, device)) {
        saved(device);
        same(device);
      } else {
        world.violated("I15", device.name() + " does not come to rest");
      }
    }
    new LogChecks(world).all();
    new OracleChecks(world).all();
    noWordIsLost();
  }

  /** The operations a person made with one journal entry. */
  static List<Op> opsOf(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Recorded(_, var ops) -> ops;
      case JournalEntry.Resent(_, var ops, _) -> ops;
      default -> List.of();
    };
  }

  /** I1: what was called saved is in the journal, whatever crashed since. */
  private void saved(Device device) {
    Set<OpId> journaled = new HashSet<>();
    for (JournalEntry entry : device.journal().written()) {
      opsOf(entry).stream().map(Op::id).forEach(journaled::add);
    }
    device.saved().stream()
        .filter(op -> !journaled.contains(op))
        .findFirst()
        .ifPresent(op -> world.violated("I1", device.name() + " lost the saved operation " + op));
  }

  /** I4: every desktop has what the server has, below what of its own is kept aside. */
  private void same(Device device) {
    LocalStore store = device.life().orElseThrow().ledger().store();
    Map<RecordId, RecordView> views = Views.of(store);
    Map<RecordId, RecordState> states = world.log.states();
    Set<RecordId> all = new TreeSet<>(views.keySet());
    all.addAll(states.keySet());
    for (RecordId id : all) {
      Optional<Base> here = serverSide(device, Optional.ofNullable(views.get(id)));
      Optional<Base> there =
          Optional.ofNullable(states.get(id))
              .map(state -> new Base(state.seq(), state.trash().isPresent(), state.fields()));
      if (!here.equals(there)) {
        world.violated(
            "I4", device.name() + " has of " + id + " " + here + ", the log has " + there);
        return;
      }
    }
    long head = store.cursor().map(Cursor::seq).orElse(0L);
    if (head != world.log.entries().size()) {
      world.violated("I8", device.name() + " stands at " + head);
    }
  }

  private static Optional<Base> serverSide(Device device, Optional<RecordView> view) {
    return view.filter(v -> v.waiting() > 0)
        .map(v -> device.store().base(v.id()))
        .orElseGet(() -> view.map(v -> new Base(v.seq(), v.trashed(), v.fields())))
        .filter(base -> base.seq() > 0);
  }

  /** I5: every typed word is in the log, or kept aside by the server, or waits on a desktop. */
  private void noWordIsLost() {
    Set<String> there = new HashSet<>();
    world.log.entries().forEach(change -> addWords(there, change.fields()));
    world.log.taken().stream()
        .flatMap(taken -> taken.plan().firsts().stream())
        .filter(first -> first.outcome().effectSeq() == 0)
        .forEach(
            first -> there.addAll(FieldWords.of(first.op(), field -> textAt(first.op(), field))));
    for (Device device : world.devices) {
      device
          .life()
          .map(life -> life.ledger().store().unsettled(Integer.MAX_VALUE))
          .ifPresent(
              all -> all.forEach(waiting -> there.addAll(FieldWords.of(waiting.op(), _ -> ""))));
    }
    world.tokens.owed().stream()
        .filter(word -> !there.contains(word))
        .findFirst()
        .ifPresent(word -> world.violated("I5", "the word " + word + " is nowhere"));
  }

  private String textAt(Op op, String field) {
    return world.log.entries().stream()
        .limit(op.baseSeq())
        .filter(change -> change.record().equals(op.record()))
        .flatMap(change -> Stream.ofNullable(change.fields().get(field)))
        .reduce(
            "", (_, value) -> value instanceof Value.Text(String text) ? text : "", (_, b) -> b);
  }

  private static void addWords(Set<String> there, SortedMap<String, Value> fields) {
    fields.values().forEach(value -> there.addAll(FieldWords.of(value)));
  }
}
