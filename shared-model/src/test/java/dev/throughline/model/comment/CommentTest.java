package dev.throughline.model.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.FieldChange.SetEdit;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommentTest {
  private static final RecordId ID = id("comment");
  private static final RecordId INES = id("ines");
  private static final RecordId JON = id("jon");
  private static final Comment SAID =
      new Comment(
          ID,
          Optional.of(id("interview")),
          "interview",
          "@Jon A. is P-09 the same household as P-05?",
          Set.of(JON),
          Optional.empty(),
          Set.of(),
          false,
          Optional.of(INES),
          "Ines K.",
          1_000);

  private static RecordId id(String name) {
    return new RecordId(Uuids.derived("comment test " + name));
  }

  @Test
  void isReadAsItWasWritten() {
    assertThat(Comment.from(ID, SAID.toFields())).isEqualTo(SAID);
    SAID.toFields()
        .forEach(
            (name, value) ->
                assertThat(Comment.KIND.field(name).orElseThrow().type().problem(value))
                    .as(name)
                    .isEmpty());
  }

  @Test
  void whatNamesNobodyIsNoMention() {
    Map<String, Value> fields = new HashMap<>(SAID.toFields());
    fields.put(Comment.MENTIONS, FieldType.Texts.of(List.of("jon", JON.toString())));
    assertThat(Comment.from(ID, fields).mentions()).containsExactly(JON);
  }

  @Test
  void bothOfTwoPeopleWhoSettleAtOnceHaveSettled() {
    RecordState said = apply(absent(), SAID.toFields(), "ines", 1);
    RecordState one = apply(said, add(Comment.SETTLED_BY, INES), "ines", 2, 1);
    Merge.Next both = next(one, add(Comment.SETTLED_BY, JON), "jon", 3, 1);
    assertThat(Comment.from(ID, both.next().fields()).settledBy())
        .containsExactlyInAnyOrder(INES, JON);
    assertThat(both.conflicts()).isEmpty();
  }

  @Test
  void whoeverIsMentionedOnOneOfTwoComputersIsMentioned() {
    RecordState said = apply(absent(), SAID.toFields(), "ines", 1);
    RecordId mara = id("mara");
    RecordState taken =
        apply(
            said,
            Map.of(
                Comment.MENTIONS, edit(Set.of(JON), Set.of()),
                Comment.TEXT, FieldChange.put(Value.text("Is P-09 the same household?"))),
            "ines",
            2,
            1);
    Merge.Next next = next(taken, add(Comment.MENTIONS, mara), "ines elsewhere", 3, 1);
    assertThat(Comment.from(ID, next.next().fields()).mentions()).containsExactly(mara);
  }

  @Test
  void resolvingTwiceIsNoConflict() {
    RecordState said = apply(absent(), SAID.toFields(), "ines", 1);
    Map<String, FieldChange> resolved =
        Map.of(Comment.STATE, FieldChange.put(Value.text(Comment.RESOLVED)));
    RecordState once = apply(said, resolved, "ines", 2, 1);
    assertThat(Merge.apply(once, op(resolved, 3, 1), writer("jon"), 3, CommentTest::none))
        .isInstanceOf(Merge.Unchanged.class);
  }

  @Test
  void isWrittenUnderOnesOwnName() {
    assertThat(rule(Optional.empty(), SAID.toFields(), Action.EDIT, INES)).isEmpty();
    assertThat(rule(Optional.empty(), SAID.toFields(), Action.EDIT, JON)).isPresent();
    Map<String, Value> nameless = new HashMap<>(SAID.toFields());
    nameless.remove(Comment.AUTHOR);
    assertThat(rule(Optional.empty(), nameless, Action.EDIT, JON))
        .contains("A comment is written under one's own name.");
  }

  @Test
  void theWordsOfOneWithoutAnAuthorStayAsTheyAre() {
    Map<String, Value> fields = new HashMap<>(SAID.toFields());
    fields.remove(Comment.AUTHOR);
    Optional<Map<String, Value>> nameless = Optional.of(fields);
    for (String field : List.of(Comment.TEXT, Comment.MENTIONS)) {
      assertThat(rule(nameless, Map.of(field, Value.text("x")), Action.EDIT, JON))
          .as(field)
          .isPresent();
    }
    assertThat(rule(nameless, Map.of(), Action.TRASH, JON)).isPresent();
    Map<String, Value> name = Map.of(Comment.AUTHOR, Value.text(JON.toString()));
    assertThat(rule(nameless, name, Action.EDIT, JON)).isPresent();
    Map<String, Value> resolved = Map.of(Comment.STATE, Value.text(Comment.RESOLVED));
    assertThat(rule(nameless, resolved, Action.EDIT, JON)).isEmpty();
  }

  @Test
  void everybodySettlesForThemselvesAlone() {
    Map<String, Value> fields = new HashMap<>(SAID.toFields());
    fields.put(Comment.SETTLED_BY, Comment.people(Set.of(INES)));
    Optional<Map<String, Value>> settled = Optional.of(fields);
    assertThat(rule(settled, settling(INES, JON), Action.EDIT, JON)).isEmpty();
    assertThat(rule(settled, settling(), Action.EDIT, INES)).isEmpty();
    assertThat(rule(settled, settling(), Action.EDIT, JON)).as("takes another out").isPresent();
    assertThat(rule(settled, settling(INES, JON), Action.EDIT, INES))
        .as("puts another in")
        .isPresent();
    assertThat(rule(Optional.empty(), fields, Action.EDIT, INES)).isEmpty();
    fields.put(Comment.SETTLED_BY, Comment.people(Set.of(JON)));
    assertThat(rule(Optional.empty(), fields, Action.EDIT, INES)).as("a new one").isPresent();
  }

  private static Map<String, Value> settling(RecordId... who) {
    return Map.of(Comment.SETTLED_BY, Comment.people(Set.of(who)));
  }

  @Test
  void whoTookItInFromElsewhereIsToldApartFromWhoSaidIt() {
    Map<String, Value> fields = new HashMap<>(SAID.toFields());
    fields.put(Comment.BY, Value.text(Comment.takenIn("J".repeat(200), "Ines K.")));
    Comment taken = Comment.from(ID, fields);
    assertThat(taken.by()).hasSize(100).endsWith("J, imported by Ines K.");
    assertThat(taken.saidElsewhere()).contains("J".repeat(79));
    assertThat(SAID.saidElsewhere()).isEmpty();
  }

  @Test
  void onlyItsAuthorChangesItOrTakesItAway() {
    Optional<Map<String, Value>> said = Optional.of(SAID.toFields());
    Map<String, Value> other = Map.of(Comment.TEXT, Value.text("Something else"));
    assertThat(rule(said, other, Action.EDIT, INES)).isEmpty();
    assertThat(rule(said, other, Action.EDIT, JON)).isPresent();
    assertThat(rule(said, Map.of(), Action.TRASH, INES)).isEmpty();
    assertThat(rule(said, Map.of(), Action.TRASH, JON)).isPresent();
    assertThat(rule(said, Map.of(), Action.RESTORE, JON)).isPresent();
  }

  @Test
  void everybodyResolvesAndSettles() {
    Optional<Map<String, Value>> said = Optional.of(SAID.toFields());
    Map<String, Value> settled =
        Map.of(
            Comment.STATE, Value.text(Comment.RESOLVED),
            Comment.SETTLED_BY, Comment.people(Set.of(JON)));
    assertThat(rule(said, settled, Action.EDIT, JON)).isEmpty();
  }

  @Test
  void nobodyMovesItOrGivesItAnotherAuthor() {
    Optional<Map<String, Value>> said = Optional.of(SAID.toFields());
    for (String field : List.of(Comment.ABOUT, Comment.AUTHOR, Comment.ANSWERS)) {
      Map<String, Value> changed = Map.of(field, Value.text(id("other").toString()));
      assertThat(rule(said, changed, Action.EDIT, INES)).as(field).isPresent();
    }
    assertThat(rule(said, SAID.toFields(), Action.EDIT, INES)).as("said again").isEmpty();
  }

  @Test
  void whereNobodySignsInThereIsNoOwner() {
    assertThat(
            CommentRule.refusal(
                Optional.of(SAID.toFields()), Map.of(), Action.TRASH, Optional.empty()))
        .isEmpty();
  }

  private static Optional<String> rule(
      Optional<Map<String, Value>> before, Map<String, Value> changed, Action action, RecordId me) {
    return CommentRule.refusal(before, changed, action, Optional.of(me));
  }

  private static Map<String, FieldChange> add(String field, RecordId who) {
    return Map.of(field, edit(Set.of(), Set.of(who)));
  }

  private static SetEdit edit(Set<RecordId> before, Set<RecordId> after) {
    return SetEdit.between(Comment.people(before), Comment.people(after));
  }

  private static Merge.Writer writer(String who) {
    return new Merge.Writer(new DeviceId(Uuids.derived(who)), who, 1_000_000);
  }

  private static Optional<Value> none(RecordId record, String field, long seq) {
    return Optional.empty();
  }

  private static RecordState absent() {
    return RecordState.absent(ID, "comment");
  }

  private static RecordState apply(
      RecordState state, Map<String, Value> fields, String who, long seq) {
    Map<String, FieldChange> puts = new HashMap<>();
    fields.forEach((name, value) -> puts.put(name, FieldChange.put(value)));
    return apply(state, puts, who, seq, 0);
  }

  private static RecordState apply(
      RecordState state, Map<String, FieldChange> fields, String who, long seq, long base) {
    return next(state, fields, who, seq, base).next();
  }

  private static Merge.Next next(
      RecordState state, Map<String, FieldChange> fields, String who, long seq, long base) {
    return (Merge.Next)
        Merge.apply(state, op(fields, seq, base), writer(who), seq, CommentTest::none);
  }

  private static Op op(Map<String, FieldChange> fields, long no, long base) {
    SortedMap<String, FieldChange> sorted = new TreeMap<>(fields);
    return new Op(
        new OpId(Uuids.derived("op" + no)),
        no,
        new GroupId(Uuids.derived("group" + no)),
        new Hlc(1_000 + no, 0),
        ID,
        "comment",
        Action.EDIT,
        base,
        sorted);
  }
}
