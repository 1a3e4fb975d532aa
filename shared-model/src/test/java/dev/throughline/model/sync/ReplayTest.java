package dev.throughline.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplayTest {
  @Test
  void anEditTakesTheRecordOutOfTheTrashAsOnTheServer() {
    Replay.View view = replay(true, Map.of("place", FieldChange.put(Value.text("Kitchen"))));
    assertThat(view.trashed()).isFalse();
    assertThat(view.fields()).containsEntry("place", Value.text("Kitchen"));
  }

  @Test
  void anEditOfNothingLeavesTheTrashAlone() {
    assertThat(replay(true, Map.of()).trashed()).isTrue();
  }

  @Test
  void anEditOfSomebodyRemovedBringsNobodyBack() {
    Op edit = op("person", Map.of("name", FieldChange.put(Value.text("Ada"))));
    assertThat(Replay.apply(new Replay.View(true, new TreeMap<>()), List.of(edit)).trashed())
        .isTrue();
  }

  @Test
  void unsentTypingStandsBesideWhatOthersWrote() {
    FieldChange edit =
        new FieldChange.TextEdit(
            new TextBase.Inline("one two"), List.of(new Splice(7, 0, " three")));
    TreeMap<String, Value> theirs = new TreeMap<>(Map.of("guide", Value.text("zero one two")));
    Replay.View view =
        Replay.apply(new Replay.View(false, theirs), List.of(op(Map.of("guide", edit))));
    assertThat(view.fields()).containsEntry("guide", Value.text("zero one two three"));
  }

  private static Replay.View replay(boolean trashed, Map<String, FieldChange> fields) {
    return Replay.apply(new Replay.View(trashed, new TreeMap<>()), List.of(op(fields)));
  }

  private static Op op(Map<String, FieldChange> fields) {
    return op("interview", fields);
  }

  private static Op op(String kind, Map<String, FieldChange> fields) {
    return new Op(
        new OpId(Uuids.derived("op")),
        1,
        new GroupId(Uuids.derived("g")),
        Hlc.ZERO,
        new RecordId(Uuids.derived("r")),
        kind,
        Action.EDIT,
        4,
        new TreeMap<>(fields));
  }
}
