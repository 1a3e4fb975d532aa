package dev.throughline.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.store.Bases.Base;
import dev.throughline.desktop.store.PendingOps.Row;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables remember is what they hold, whatever is done to them. */
class LatelyTest {
  private static final char[] PASSWORD = "only for this test".toCharArray();
  private static final WorkspaceId HOME = WorkspaceId.of("018f3f5e-7c3a-7c00-8000-00000000aaaa");
  private static final WorkspaceId TEAM = WorkspaceId.of("018f3f5e-7c3a-7c00-8000-00000000bbbb");

  /** More than are remembered. */
  private static final List<RecordId> IDS =
      Stream.iterate(1, i -> i + 1)
          .limit(Lately.ROWS_MAX + 6)
          .map(i -> new RecordId(new UUID(0x018f_3f5e_7c3a_7c00L, 0x8000_0000_0000_0000L | i)))
          .toList();

  @TempDir Path folder;
  private H2Medium medium;

  @BeforeEach
  void open() {
    medium = opened();
  }

  @AfterEach
  void close() throws SQLException {
    medium.close();
  }

  private H2Medium opened() {
    return H2Medium.open(new SystemDisk(), LocalStore.file(folder), PASSWORD);
  }

  @Test
  void whatIsRolledBackIsForgotten() throws Exception {
    RecordId id = IDS.getFirst();
    medium.inTransaction(() -> everywhere(id, "before", 1));
    assertThatThrownBy(
            () ->
                medium.inTransaction(
                    () -> {
                      everywhere(id, "after", 2);
                      throw new SQLException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThat(medium.records().find(id)).contains(view(id, "before"));
    assertThat(medium.bases().find(id)).contains(base("before"));
    assertThat(medium.pending().ofRecord(id)).containsExactly(row(id, "before", 1));
    assertThat(medium.facts().get("name")).contains("before");
  }

  @Test
  void whoGetsARecordCannotChangeWhatIsRemembered() throws Exception {
    RecordView put = view(IDS.getFirst(), "as it was");
    medium.inTransaction(
        () -> {
          medium.records().put(List.of(put));
          return put;
        });
    put.fields().put("notes", Value.text("changed by whoever made it"));
    RecordView found = medium.records().find(put.id()).orElseThrow();
    assertThat(found).isEqualTo(view(put.id(), "as it was"));
    assertThatThrownBy(() -> found.fields().put("notes", Value.text("changed by a reader")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  /** Another medium over the same file remembers nothing: it reads what the tables hold. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsRememberedIsWhatTheTablesHold(long seed) throws Exception {
    Random random = new Random(seed);
    for (int step = 0; step < 150; step++) {
      boolean isKept = random.nextInt(5) > 0;
      try {
        medium.inTransaction(
            () -> {
              for (int i = random.nextInt(4); i >= 0; i--) {
                change(random);
              }
              if (!isKept) {
                throw new SQLException("given up");
              }
              return isKept;
            });
      } catch (SQLException e) {
        assertThat(e.getMessage()).isEqualTo("given up");
      }
      if (step % 5 == 0) {
        try (H2Medium anew = opened()) {
          assertThat(all(medium)).as("seed %s, step %s", seed, step).isEqualTo(all(anew));
        }
      }
    }
  }

  private void change(Random random) throws SQLException {
    RecordId id = IDS.get(random.nextInt(IDS.size()));
    String text = "text " + random.nextInt(1_000_000);
    long opNo = 1L + random.nextInt(60);
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> medium.records().put(List.of(view(id, text)));
      case 4, 5, 6 -> insert(id, text, opNo);
      case 7, 8 -> medium.bases().put(id, base(text));
      case 9 -> medium.facts().put("name", text);
      case 10 -> {
        medium.records().delete(id);
        medium.bases().delete(id);
      }
      case 11 -> medium.pending().move(List.of(opNo), WaitingState.WAITING, WaitingState.SENT);
      case 12 -> {
        if (random.nextBoolean()) {
          medium.pending().markAnswered(Map.of(opNo, 7L));
        } else {
          medium.pending().markParked(opNo, "STALE", text);
        }
      }
      case 13 -> {
        medium.pending().removeAside(List.of(opNo));
        medium.pending().removeArrived(HOME, 10);
        medium.pending().removeAnswered(Set.of(id));
      }
      case 14 -> medium.records().forget(Set.of(id));
      default -> {
        switch (random.nextInt(8)) {
          case 0 -> medium.records().deleteWorkspace(HOME);
          case 1 -> medium.records().keepOnly(HOME, Set.of("interview"));
          case 2 -> medium.records().rehome(HOME, TEAM);
          default -> {}
        }
      }
    }
  }

  private RecordId everywhere(RecordId id, String text, long opNo) throws SQLException {
    medium.records().put(List.of(view(id, text)));
    medium.bases().put(id, base(text));
    medium.pending().ofRecord(id);
    medium.pending().insert(List.of(row(id, text, opNo)));
    medium.facts().put("name", text);
    return id;
  }

  /** An operation never moves to another record; what is known is asked for before, mostly. */
  private void insert(RecordId id, String text, long opNo) throws SQLException {
    boolean isOfAnother =
        medium.pending().after(0, 1_000).stream()
            .map(unsettled -> unsettled.row().waiting().op())
            .anyMatch(op -> op.opNo() == opNo && !op.record().equals(id));
    if (!isOfAnother) {
      if (opNo % 3 > 0) {
        medium.pending().ofRecord(id);
      }
      medium.pending().insert(List.of(row(id, text, opNo)));
    }
  }

  private static List<Object> all(H2Medium medium) throws SQLException {
    List<Object> all = new java.util.ArrayList<>();
    for (RecordId id : IDS) {
      all.add(medium.records().find(id));
      all.add(medium.bases().find(id));
      all.add(medium.pending().ofRecord(id));
    }
    Collection<RecordId> few = IDS.subList(0, 5);
    all.add(medium.records().findAll(few));
    all.add(medium.bases().findAll(few));
    all.add(medium.pending().ofRecords(few));
    all.add(medium.facts().get("name"));
    for (WaitingState state : WaitingState.values()) {
      all.add(medium.pending().count(HOME, Set.of(state), 100));
    }
    return all;
  }

  private static RecordView view(RecordId id, String text) {
    return new RecordView(
        id,
        Memo.KIND.name(),
        HOME,
        text.length(),
        text.endsWith("7"),
        fields(text),
        text.endsWith("3") ? 1 : 0,
        text.hashCode());
  }

  private static Base base(String text) {
    return new Base(text.length(), false, fields(text));
  }

  private static TreeMap<String, Value> fields(String text) {
    return new TreeMap<>(Map.of("notes", Value.text(text)));
  }

  private static Row row(RecordId id, String text, long opNo) {
    Op op =
        new Op(
            new OpId(new UUID(0x018f_3f5e_7c3a_7c00L, 0x8000_0000_0000_0000L | opNo)),
            opNo,
            new GroupId(new UUID(0x018f_3f5e_7c3a_7c00L, 0x8000_0000_0000_0000L | opNo)),
            new Hlc(opNo, 0),
            id,
            Memo.KIND.name(),
            Action.EDIT,
            0,
            new TreeMap<>(Map.of("notes", FieldChange.put(Value.text(text)))));
    return new Row(new Waiting(op, HOME, WaitingState.WAITING, opNo, "", ""), false);
  }
}
