package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Level;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.RescuedOps;
import dev.throughline.server.TestDevice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who hears what is said, over HTTP. */
class CommentsIT extends GrantedTeam {
  private Op about(TestDevice by, String name, RecordId about) {
    RecordId author = person(name).orElseThrow();
    return by.edit(
        TestDevice.newRecord(),
        "comment",
        0,
        Map.of(
            "about", FieldChange.put(Value.text(about.toString())),
            "author", FieldChange.put(Value.text(author.toString()))));
  }

  private static RecordId say(TestDevice by, RecordId about, Optional<RecordId> author) {
    Map<String, String> fields = new HashMap<>();
    fields.put("about", about.toString());
    fields.put("text", "Is it the same household?");
    author.ifPresent(who -> fields.put("author", who.toString()));
    return make(by, "comment", fields);
  }

  @Test
  void commentsAreDeliveredWithTheStudyAndGoWithIt() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    Set<RecordId> said =
        Set.of(
            say(ada, known.study(), person("Ada")),
            say(ada, known.interview(), person("Ada")),
            say(ada, known.segment(), person("Ada")),
            say(ada, known.participant(), person("Ada")));
    assertThat(seen(ben)).doesNotContainAnyElementsOf(said);
    assertThat(refusal(ben.send(about(ben, "Ben", known.interview()))))
        .isEqualTo("You have no access to the study this belongs to.");
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    assertThat(seen(ben)).containsAll(said);
    grant(ada, person("Ben"), Optional.of(known.study()), Level.NONE);
    assertThat(seen(ben)).doesNotContainAnyElementsOf(said);
  }

  @Test
  void commentsOnARestrictedInterviewAreAsRestricted() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    RecordId said = say(ada, known.interview(), person("Ada"));
    RecordId quoted = say(ada, known.segment(), person("Ada"));
    RecordId open = say(ada, known.study(), person("Ada"));
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    assertThat(seen(ben)).contains(said, quoted, open);
    long head = ada.hello().head();
    ada.send(ada.put(known.interview(), "interview", head, "sensitivity", "restricted"));
    assertThat(seen(ben)).contains(open).doesNotContain(said, quoted);
    assertThat(seen(ada)).contains(said, quoted, open);
  }

  @Test
  void approversHearWhatIsSaidOfTheStudyAndNothingOfInterviews() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice amy = device("Amy", "Approver");
    Known known = Known.by(ada);
    grant(ada, person("Amy"), Optional.of(known.study()), Level.RESTRICTED);
    RecordId ofStudy = say(ada, known.study(), person("Ada"));
    RecordId ofInterview = say(ada, known.interview(), person("Ada"));
    RecordId nested = say(ada, ofInterview, person("Ada"));
    assertThat(seen(amy)).contains(ofStudy).doesNotContain(ofInterview, nested);
    say(amy, known.study(), person("Amy"));
    assertThat(refusal(amy.send(about(amy, "Amy", known.interview()))))
        .isEqualTo("An approver has no access to interviews.");
  }

  @Test
  void nobodySpeaksForOthersOrChangesTheirWords() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    RecordId said = say(ada, known.interview(), person("Ada"));
    long head = ben.hello().head();
    String forged = person("Ada").orElseThrow().toString();
    for (String field : Set.of("author", "about")) {
      Op op = ben.put(TestDevice.newRecord(), "comment", 0, field, forged);
      assertThat(refusal(ben.send(op))).isEqualTo("A comment is written under one's own name.");
    }
    for (Op op :
        Set.of(ben.put(said, "comment", head, "text", "No."), ben.trash(said, "comment", head))) {
      assertThat(refusal(ben.send(op)))
          .isEqualTo("Only who wrote a comment changes it or takes it away.");
    }
    assertThat(refusal(ada.send(ada.put(said, "comment", head, "about", "" + known.study()))))
        .isEqualTo("A comment stays with what it is about, and with who wrote it.");
    assertThat(refusal(ben.send(settling(ben, said, forged))))
        .isEqualTo("Everybody settles a mention for themselves alone.");
    assertThat(ben.send(settling(ben, said, person("Ben").orElseThrow().toString())))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ben.send(ben.put(said, "comment", head, "state", "resolved")))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ada.send(ada.trash(said, "comment", ada.hello().head())))
        .isInstanceOf(Outcome.Applied.class);
  }

  @Test
  void whatItsAuthorTookAwayNobodyBringsBackByAnsweringOrSettling() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    RecordId said = say(ada, known.interview(), person("Ada"));
    ada.send(ada.trash(said, "comment", ada.hello().head()));
    for (long seen : List.of(ben.hello().head(), 0L)) {
      ben.send(ben.put(said, "comment", seen, "state", "resolved"));
      ben.send(settling(ben, said, person("Ben").orElseThrow().toString()));
    }
    assertThat(ada.pullAll(0))
        .filteredOn(change -> change.record().equals(said))
        .last()
        .satisfies(change -> assertThat(change.trashed()).isTrue());
  }

  private static Op settling(TestDevice by, RecordId said, String who) {
    FieldChange adds = new FieldChange.SetEdit(new TreeSet<>(Set.of(who)), new TreeSet<>());
    return by.edit(said, "comment", by.hello().head(), Map.of("settledBy", adds));
  }

  @Test
  void ofRescuedCommentsOnlyNewOnesOfTheirAuthorAreTakenIn() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    RecordId said = say(ada, known.interview(), person("Ada"));
    Op own = about(ben, "Ben", known.interview());
    Op forged = about(ben, "Ada", known.interview());
    Op nameless = ben.put(TestDevice.newRecord(), "comment", 0, "about", "" + known.interview());
    long head = ada.hello().head();
    Op edit = ben.put(said, "comment", head, "text", "I take it all back.");
    Op trash = ben.trash(said, "comment", head);
    Op settle = settling(ben, said, person("Ada").orElseThrow().toString());
    lend(ada, person("Ben"), known.study());
    rescue(ben, known.study(), own, forged, nameless, edit, trash, settle);
    assertThat(ada.send(at(ada, ada.put(only(ada), "rescue", 0, "state", "accepted"))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(seen(ada)).contains(own.record(), said).doesNotContain(forged.record());
    assertThat(seen(ada)).doesNotContain(nameless.record());
    assertThat(ada.record(said))
        .containsEntry("text", Value.text("Is it the same household?"))
        .doesNotContainKey("settledBy");
    assertThat(ada.pullAll(0))
        .as("the rest waits on")
        .filteredOn(change -> change.kind().equals("rescue"))
        .hasSize(2)
        .anySatisfy(
            change ->
                assertThat(RescuedOps.from(change.fields().getOrDefault("ops", Value.NOTHING)))
                    .containsExactly(forged, nameless, edit, trash, settle));
  }

  @Test
  void somebodyOfTheSameNameIsSomebodyElseInRescuedWorkToo() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice namesake = deviceOf(namesake("Ada2", "Ada", "", "Researcher"), "Ada2");
    Known known = Known.by(ada);
    Op forged = about(namesake, "Ada", known.interview());
    Op own = about(namesake, "Ada2", known.interview());
    lend(ada, person("Ada2"), known.study());
    rescue(namesake, known.study(), forged, own);
    assertThat(ada.send(at(ada, ada.put(only(ada), "rescue", 0, "state", "accepted"))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(seen(ada)).contains(own.record()).doesNotContain(forged.record());
  }

  @Test
  void whatIsSaidOfRescuedWorkIsForOwnersAlone() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    TestDevice kim = device("Kim", "KeyAdmin");
    grant(kim, person("Ben"), Optional.empty(), Level.RESTRICTED);
    rescue(ben, known.study(), ben.put(known.memo(), "memo", 0, "notes", "Mine"));
    ada.hello();
    RecordId said = say(ada, only(ada), person("Ada"));
    RecordId other = say(ada, known.memo(), person("Ada"));
    assertThat(seen(ben)).contains(other).doesNotContain(said);
    assertThat(seen(ada)).contains(said);
  }
}
