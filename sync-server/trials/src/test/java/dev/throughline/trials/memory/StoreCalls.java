package dev.throughline.trials.memory;

import dev.throughline.desktop.store.AlreadyHere;
import dev.throughline.desktop.store.Arrival;
import dev.throughline.desktop.store.Bases.Base;
import dev.throughline.desktop.store.PendingOps.Row;
import dev.throughline.desktop.store.RecordPlace;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.StoreMedium;
import dev.throughline.desktop.store.UndoStep;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.desktop.store.WaitingState;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/** Calls on a store, from a seed. */
final class StoreCalls {
  private static final List<String> KINDS = List.of("study", "interview", "memo", "segment");
  private static final int IDS = 12;
  private static final int ALL = 1_000;

  /** Calls in one transaction, some of which end it with an exception. */
  record Transaction(List<Call> calls, boolean fails) {
    /** Every answer, in order. */
    List<Object> on(StoreMedium medium) throws SQLException {
      List<Object> answers = new ArrayList<>();
      try {
        medium.inTransaction(
            () -> {
              for (Call call : calls) {
                answers.add(call.on(medium));
              }
              if (fails) {
                throw new IllegalStateException("wanted");
              }
              return answers;
            });
      } catch (IllegalStateException e) {
        answers.add(String.valueOf(e.getMessage()));
      } catch (AlreadyHere _) {
        answers.add("already here");
      }
      return answers;
    }
  }

  @FunctionalInterface
  interface Call {
    Object on(StoreMedium medium) throws SQLException;
  }

  private final Random random;

  StoreCalls(long seed) {
    this.random = new Random(seed);
  }

  boolean isReopening() {
    return random.nextInt(12) == 0;
  }

  Transaction next() {
    List<Call> calls = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(_ -> call()).toList();
    return new Transaction(calls, random.nextInt(8) == 0);
  }

  /** All that can be read, unordered answers put in order. */
  static List<Object> all(StoreMedium medium) throws SQLException {
    return medium.inTransaction(
        () -> {
          List<Object> all = new ArrayList<>();
          for (int w = 0; w < 2; w++) {
            all.add(medium.records().all(workspace(w), new UUID(0, 0), ALL));
            all.add(medium.pending().toPush(workspace(w), ALL));
            all.add(medium.pending().unsettled(workspace(w), ALL));
            all.add(medium.pending().answered(workspace(w), 3, 17));
          }
          for (String kind : KINDS) {
            all.add(medium.records().newest(kind, 0, ALL));
            all.add(medium.listings().newestIds(kind, 5));
            all.add(new TreeSet<>(medium.listings().waitingParents(kind, 4)));
            all.add(medium.listings().childrenOf(kind, ids()));
          }
          all.add(medium.bases().findAll(ids()));
          all.add(medium.pending().after(0, ALL));
          all.add(medium.listings().stamps(new UUID(0, 0), ALL));
          all.add(medium.listings().count());
          List<RecordPlace> places = new ArrayList<>(medium.listings().places(ids()));
          places.sort(Comparator.comparing(RecordPlace::id));
          all.add(places);
          all.add(medium.arrivals().after(0, ALL));
          all.add(medium.undo().all().stream().map(UndoStep::no).toList());
          return all;
        });
  }

  private Call call() {
    return switch (random.nextInt(19)) {
      case 0, 1, 2 -> putViews();
      case 18 -> addViews();
      case 3 -> {
        RecordId id = id();
        yield medium -> done(() -> medium.records().delete(id));
      }
      case 4, 5 -> insert();
      case 6 -> {
        long opNo = random.nextInt(IDS);
        long seq = random.nextInt(20);
        yield medium -> done(() -> medium.pending().markAnswered(opNo, seq));
      }
      case 7 -> {
        long opNo = random.nextInt(IDS);
        yield medium -> done(() -> medium.pending().markParked(opNo, "INVALID", "detail"));
      }
      case 8 -> {
        long cursor = random.nextInt(20);
        WorkspaceId home = workspace(random.nextInt(2));
        yield medium -> new TreeSet<>(medium.pending().removeArrived(home, cursor));
      }
      case 9 -> move();
      case 10 -> {
        RecordId id = id();
        Base base = new Base(random.nextInt(9), random.nextBoolean(), fields());
        yield medium -> done(() -> medium.bases().put(id, base));
      }
      case 11 -> {
        RecordId id = id();
        yield medium -> done(() -> medium.bases().delete(id));
      }
      case 12 -> workspaces();
      case 13 -> arrivals();
      case 14 -> undo();
      case 15 -> {
        WorkspaceId home = workspace(random.nextInt(2));
        Set<String> kept = Set.copyOf(KINDS.subList(random.nextInt(2), KINDS.size()));
        yield medium -> medium.records().keepOnly(home, kept);
      }
      case 16 -> {
        List<RecordId> ids = List.of(id(), id());
        yield medium -> {
          medium.pending().removeAnswered(ids);
          return medium.records().forget(ids);
        };
      }
      default -> reads();
    };
  }

  private Call putViews() {
    List<RecordView> views =
        IntStream.range(0, 1 + random.nextInt(4)).mapToObj(_ -> view()).toList();
    return medium -> done(() -> medium.records().put(views));
  }

  private Call addViews() {
    List<RecordView> views = List.of(view(), view());
    return medium -> done(() -> medium.records().add(views));
  }

  private Call insert() {
    List<Row> rows = List.of(row(), row());
    return medium -> done(() -> medium.pending().insert(rows));
  }

  private Call move() {
    List<Long> opNos = List.of((long) random.nextInt(IDS), (long) random.nextInt(IDS));
    WaitingState from = state();
    WaitingState to = state();
    return medium -> done(() -> medium.pending().move(opNos, from, to));
  }

  private Call workspaces() {
    WorkspaceId from = workspace(random.nextInt(2));
    WorkspaceId to = workspace(random.nextInt(2));
    boolean isDrop = random.nextInt(5) == 0;
    return medium ->
        done(
            () -> {
              if (isDrop) {
                medium.records().deleteWorkspace(from);
              } else {
                medium.records().rehome(from, to);
              }
            });
  }

  /** No two of one number: which of them comes first is nobody's promise. */
  private Call arrivals() {
    long seq = random.nextLong(1L << 40);
    Arrival arrival = new Arrival("author", id(), kind(), random.nextBoolean(), seq, seq);
    return medium -> done(() -> medium.arrivals().put(List.of(arrival)));
  }

  private Call undo() {
    UndoStep step = new UndoStep(random.nextInt(6), random.nextBoolean(), new byte[] {1});
    List<Long> gone = List.of((long) random.nextInt(6));
    return medium ->
        done(
            () -> {
              medium.undo().put(step);
              medium.undo().remove(gone);
            });
  }

  private Call reads() {
    RecordId id = id();
    String kind = kind();
    WorkspaceId workspace = workspace(random.nextInt(2));
    EnumSet<WaitingState> states = EnumSet.of(state(), state());
    RecordView last = view();
    String fact = "fact" + random.nextInt(3);
    return medium -> {
      medium.facts().put(fact, medium.facts().number(fact) + 1);
      return List.of(
          medium.records().find(id),
          medium.records().findAll(ids()),
          medium.records().children(kind, id, 3),
          medium.records().childrenAfter(kind, id, last.rank(), last.id(), 3),
          medium.records().count(kind, workspace),
          medium.records().ofKind(workspace, kind, id.value(), 3),
          medium.records().below(kind, List.of(id, last.id())),
          medium.pending().ofRecord(id),
          medium.pending().count(workspace, states, Integer.MAX_VALUE),
          medium.pending().count(workspace, states, 2),
          medium.bases().find(id),
          medium.facts().get(fact));
    };
  }

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }

  private static Object done(Work work) throws SQLException {
    work.run();
    return "done";
  }

  private Row row() {
    Op op =
        new Op(
            new OpId(Uuids.derived("op" + random.nextInt())),
            random.nextInt(IDS),
            new GroupId(Uuids.derived("group")),
            new Hlc(random.nextInt(99), 0),
            id(),
            kind(),
            Action.EDIT,
            random.nextInt(5),
            new TreeMap<>(Map.of("title", FieldChange.put(Value.text("t" + random.nextInt(5))))));
    return new Row(
        new Waiting(op, workspace(random.nextInt(2)), state(), random.nextInt(99), "", ""),
        random.nextBoolean());
  }

  private RecordView view() {
    return new RecordView(
        id(),
        kind(),
        workspace(random.nextInt(2)),
        random.nextInt(20),
        random.nextInt(4) == 0,
        fields(),
        random.nextInt(3),
        random.nextInt(99));
  }

  private TreeMap<String, Value> fields() {
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put("title", Value.text(random.nextBoolean() ? "Ärger" : "b" + random.nextInt(3)));
    fields.put("study", Value.text(id().toString()));
    fields.put("interview", Value.text(id().toString()));
    fields.put("transcript", Value.text(id().toString()));
    fields.put("order", Value.whole(random.nextInt(30)));
    fields.put("date", Value.text("2026-11-1" + random.nextInt(3)));
    return fields;
  }

  private RecordId id() {
    return ids().get(random.nextInt(IDS));
  }

  private String kind() {
    return KINDS.get(random.nextInt(KINDS.size()));
  }

  private WaitingState state() {
    return WaitingState.values()[random.nextInt(WaitingState.values().length)];
  }

  /** Some with the highest bit set, where signed and unsigned order differ. */
  private static List<RecordId> ids() {
    return IntStream.range(0, IDS)
        .mapToObj(i -> new RecordId(Uuids.derived("record" + i)))
        .toList();
  }

  private static WorkspaceId workspace(int number) {
    return new WorkspaceId(Uuids.derived("workspace" + number));
  }
}
