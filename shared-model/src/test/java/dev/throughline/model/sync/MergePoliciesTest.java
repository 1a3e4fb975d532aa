package dev.throughline.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.EveryPolicy;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Anna and Ben write to one record without knowing of each other; Anna's arrives first. */
class MergePoliciesTest {
  private static final RecordId RECORD = new RecordId(Uuids.derived("record"));
  private static final long NOON = 50_000_000;

  private RecordState state = RecordState.absent(RECORD, EveryPolicy.KIND.name());
  private List<Conflict> conflicts = List.of();
  private boolean merged;
  private long ops;

  @Test
  void addingWinsOverTakingOut() {
    put("anna", 0, "tags", tags("price"));
    edit("anna", 1, "tags", adding("price"));
    edit("ben", 1, "tags", removing("price"));
    assertThat(value("tags")).isEqualTo(tags("price"));
    assertThat(conflicts).isEmpty();
  }

  @Test
  void whatWasSeenCanBeTakenOut() {
    put("anna", 0, "tags", tags("price", "trust"));
    edit("ben", 1, "tags", removing("price"));
    assertThat(value("tags")).isEqualTo(tags("trust"));
  }

  @Test
  void bothAdditionsToASetStay() {
    put("anna", 0, "tags", tags("price"));
    edit("anna", 1, "tags", adding("speed"));
    edit("ben", 1, "tags", adding("trust"));
    assertThat(value("tags")).isEqualTo(tags("price", "speed", "trust"));
  }

  @Test
  void aWholeSetCountsAsWhatDiffersFromTheOneSeen() {
    put("anna", 0, "tags", tags("price"));
    edit("anna", 1, "tags", adding("speed"));
    put("ben", 1, "tags", tags("trust"));
    assertThat(value("tags")).isEqualTo(tags("speed", "trust"));
  }

  @Test
  void countsAddUpAndStayWithinTheirLimits() {
    put("anna", 0, "votes", Value.whole(10));
    edit("anna", 1, "votes", new FieldChange.Count(5));
    edit("ben", 1, "votes", new FieldChange.Count(-2));
    assertThat(value("votes")).isEqualTo(Value.whole(13));
    assertThat(merged).isTrue();
    put("ben", 1, "votes", Value.whole(12));
    assertThat(value("votes")).isEqualTo(Value.whole(15));
    edit("ben", 3, "votes", new FieldChange.Count(Long.MAX_VALUE));
    assertThat(value("votes")).isEqualTo(Value.whole(1_000_000));
  }

  @Test
  void theStricterStaysWhicheverCameLaterAndTheOtherIsKept() {
    put("anna", 0, "share", Value.text("asked"));
    put("anna", 1, "share", Value.text("no"));
    put("ben", 1, "share", Value.text("yes"));
    assertThat(value("share")).isEqualTo(Value.text("no"));
    assertThat(conflicts).singleElement().extracting(Conflict::rule).isEqualTo("stricter-wins");
    assertThat(conflicts.getFirst().kept().value()).isEqualTo(Value.text("yes"));
    put("ben", 3, "share", Value.text("yes"));
    assertThat(value("share")).as("a person decided").isEqualTo(Value.text("yes"));
  }

  @Test
  void theEarlierOfTwoLastDaysStaysAndNoDayIsNoLimit() {
    put("anna", 0, "until", Value.text("2027-12-31"));
    put("anna", 1, "until", Value.text("2027-06-30"));
    put("ben", 1, "until", Value.text("2030-01-01"));
    assertThat(value("until")).isEqualTo(Value.text("2027-06-30"));
    assertThat(conflicts).singleElement().extracting(Conflict::rule).isEqualTo("stricter-wins");
    put("ben", 1, "until", Value.NOTHING);
    assertThat(value("until")).isEqualTo(Value.text("2027-06-30"));
    put("ben", 1, "until", Value.text("2026-12-31"));
    assertThat(value("until")).isEqualTo(Value.text("2026-12-31"));
  }

  @Test
  void aCommandHoldsOnlyForWhatThePersonSaw() {
    put("anna", 0, "title", Value.text("Plan"));
    put("anna", 1, "title", Value.text("Another plan"));
    assertThat(tryOut("ben", 1, "verdict", FieldChange.put(Value.text("go"))))
        .isInstanceOfSatisfying(
            Merge.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(ParkReason.STALE));
    put("ben", 2, "verdict", Value.text("go"));
    assertThat(value("verdict")).isEqualTo(Value.text("go"));
  }

  @Test
  void ofTwoMovesTheLastTakenInIsShownWhateverTheClocksSay() {
    put("anna", 0, "scope", Value.text("a"));
    putAt("anna", NOON, 1, "scope", Value.text("b"));
    putAt("ben", NOON - 10_000, 1, "scope", Value.text("c"));
    assertThat(value("scope")).isEqualTo(Value.text("c"));
    assertThat(conflicts).singleElement().extracting(Conflict::rule).isEqualTo("moved-twice");
  }

  @Test
  void placesInAnOrderMergeWithoutAsking() {
    put("anna", 0, "place", Value.text("a"));
    putAt("anna", NOON, 1, "place", Value.text("b"));
    putAt("ben", NOON - 10_000, 1, "place", Value.text("c"));
    assertThat(value("place")).isEqualTo(Value.text("b"));
    assertThat(conflicts).isEmpty();
  }

  @Test
  void anEditOfWhatSomebodyTrashedMeanwhileBringsItBackAndSaysSo() {
    put("anna", 0, "title", Value.text("Plan"));
    apply("anna", op(NOON, 1, Action.TRASH, Map.of()), 0);
    put("ben", 1, "title", Value.text("Better plan"));
    assertThat(state.trash()).isEmpty();
    assertThat(conflicts).singleElement().extracting(Conflict::rule).isEqualTo("edit-beats-trash");
  }

  @Test
  void aWrongClockIsPutRightByWhatItWasOffAtHello() {
    long tenYears = 315_360_000_000L;
    apply("anna", op(NOON - 5 - tenYears, 0, Action.EDIT, title("Late")), tenYears);
    assertThat(stamp("title").atMillis()).isEqualTo(NOON - 5);
    assertThat(stamp("title").clockMillis()).isEqualTo(NOON - 5 - tenYears);
    apply("ben", op(NOON + tenYears, 0, Action.EDIT, title("Early")), 0);
    assertThat(stamp("title").atMillis()).as("never after acceptance").isEqualTo(NOON);
    apply("cleo", op(Long.MAX_VALUE, 2, Action.EDIT, title("Far")), Long.MAX_VALUE);
    assertThat(stamp("title").atMillis()).isEqualTo(NOON);
  }

  private static Map<String, FieldChange> title(String title) {
    return Map.of("title", FieldChange.put(Value.text(title)));
  }

  private void put(String who, long base, String field, Value value) {
    putAt(who, NOON, base, field, value);
  }

  private void putAt(String who, long at, long base, String field, Value value) {
    apply(who, op(at, base, Action.EDIT, Map.of(field, FieldChange.put(value))), 0);
  }

  private void edit(String who, long base, String field, FieldChange change) {
    apply(who, op(NOON, base, Action.EDIT, Map.of(field, change)), 0);
  }

  private void apply(String who, Op op, long clockOffset) {
    conflicts = List.of();
    merged = false;
    if (result(who, op, clockOffset) instanceof Merge.Next next) {
      state = next.next();
      conflicts = next.conflicts();
      merged = next.merged();
    }
  }

  private Merge.Result tryOut(String who, long base, String field, FieldChange change) {
    return result(who, op(NOON, base, Action.EDIT, Map.of(field, change)), 0);
  }

  private Merge.Result result(String who, Op op, long clockOffset) {
    DeviceId device = new DeviceId(Uuids.derived(who));
    var writer = new Merge.Writer(device, who, NOON, clockOffset);
    return Merge.apply(state, op, writer, state.seq() + 1, (_, _, seq) -> past(seq));
  }

  /** Every test's record held at number 1 what its first put set. */
  private Optional<Value> past(long seq) {
    return seq == 1 ? Optional.of(first) : Optional.empty();
  }

  private Value first = Value.NOTHING;

  private Op op(long at, long base, Action action, Map<String, FieldChange> fields) {
    ops++;
    if (ops == 1
        && fields.values().stream().findFirst().orElse(null)
            instanceof FieldChange.Put(Value value)) {
      first = value;
    }
    return new Op(
        new OpId(Uuids.derived("op/" + ops)),
        ops,
        new GroupId(Uuids.derived("group/" + ops)),
        new Hlc(at, 0),
        RECORD,
        EveryPolicy.KIND.name(),
        action,
        base,
        new TreeMap<>(fields));
  }

  private Value value(String field) {
    return state.fields().getOrDefault(field, Value.NOTHING);
  }

  private Stamp stamp(String field) {
    return Optional.ofNullable(state.stamps().get(field)).orElseThrow();
  }

  private static Value tags(String... tags) {
    return FieldType.Texts.of(List.of(tags));
  }

  private static FieldChange adding(String... tags) {
    return new FieldChange.SetEdit(new TreeSet<>(Set.of(tags)), new TreeSet<>());
  }

  private static FieldChange removing(String... tags) {
    return new FieldChange.SetEdit(new TreeSet<>(), new TreeSet<>(Set.of(tags)));
  }
}
