package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Unsent work of somebody whose access ended: what is kept, and what owners take in. */
class RescuesIT extends GrantedTeam {
  @Test
  void ofWhoeverNeverHadAccessNothingIsKept() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice kim = device("Kim", "KeyAdmin");
    grant(kim, Optional.empty(), Optional.empty(), Level.NONE);
    TestDevice eve = device("Eve", "Researcher");
    Known known = Known.by(ada);
    Op work = eve.put(known.memo(), "memo", 0, "notes", "Mine");
    Outcome nowhere = rescue(eve, TestDevice.newRecord(), work).getFirst();
    assertThat(refusal(nowhere)).isEqualTo("There is no such study.");
    assertThat(rescue(eve, known.study(), work)).containsExactly(nowhere);
    grant(ada, person("Eve"), Optional.of(known.study()), Level.OPEN);
    grant(ada, person("Eve"), Optional.of(known.study()), Level.NONE);
    assertThat(rescue(eve, known.study(), work).getFirst())
        .isInstanceOfSatisfying(
            Outcome.Parked.class, it -> assertThat(it.reason()).isEqualTo(ParkReason.RESCUED));
    RecordId kept =
        ada.pullAll(0).stream()
            .filter(change -> change.kind().equals("rescue"))
            .map(Change::record)
            .findFirst()
            .orElseThrow();
    Op away = ada.trash(kept, "rescue", ada.hello().head());
    assertThat(refusal(ada.send(away))).isEqualTo("of rescued work only the state can be changed");
  }

  @Test
  void unsentWorkIsKeptForTheOwnersWhoTakeItInUnderItsAuthorsName() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    ben.hello();
    long seen = ben.pull(0).cursor().seq();
    grant(ada, person("Ben"), Optional.of(known.study()), Level.NONE);
    RecordId fresh = TestDevice.newRecord();
    Map<String, FieldChange> memo = new HashMap<>();
    memo.put("interview", FieldChange.put(Value.text(known.interview().toString())));
    memo.put("notes", FieldChange.put(Value.text("Typed on the train.")));
    Op made = ben.edit(fresh, "memo", 0, memo);
    Op changed = ben.put(known.interview(), "interview", seen, "place", "Kitchen");
    for (int time = 0; time < 2; time++) {
      assertThat(rescue(ben, known.study(), made, changed))
          .allSatisfy(
              outcome ->
                  assertThat(outcome)
                      .isInstanceOfSatisfying(
                          Outcome.Parked.class,
                          it -> assertThat(it.reason()).isEqualTo(ParkReason.RESCUED)));
    }
    List<Change> rescued =
        ada.pullAll(0).stream().filter(change -> change.kind().equals("rescue")).toList();
    assertThat(rescued).hasSize(1);
    RecordId rescue = rescued.getFirst().record();
    assertThat(seen(ben)).doesNotContain(rescue);
    assertThat(seen(ada)).as("nothing is taken in yet").doesNotContain(fresh);
    assertThat(refusal(ben.send(at(ben, ben.put(rescue, "rescue", 0, "state", "accepted")))))
        .isEqualTo("You have no access to the study this belongs to.");
    assertThat(ada.send(at(ada, ada.put(rescue, "rescue", 0, "state", "accepted"))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ada.record(fresh)).containsEntry("notes", Value.text("Typed on the train."));
    assertThat(ada.record(known.interview())).containsEntry("place", Value.text("Kitchen"));
    assertThat(ada.pullAll(0))
        .filteredOn(change -> change.record().equals(fresh))
        .extracting(Change::author)
        .containsExactly("Ben");
  }

  @Test
  void nothingButWorkWithinTheStudyIsTakenIn() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    TestDevice hacker = device("Gil", "GrowthHacker");
    Known known = Known.by(ada);
    Known other = Known.by(ada);
    lend(ada, person("Ben"), known.study());
    Grant wanted = Grant.of(person("Ben"), Optional.of(known.study()), Level.OWNER);
    assertThat(
            refusal(
                rescue(
                        ben,
                        known.study(),
                        ben.edit(wanted.id(), "grant", 0, puts(wanted.toFields())))
                    .getFirst()))
        .isEqualTo("Your roles do not allow this.");
    assertThat(
            refusal(
                rescue(hacker, known.study(), hacker.put(known.memo(), "memo", 0, "notes", "Mine"))
                    .getFirst()))
        .isEqualTo("Your roles do not allow this.");
    rescue(ben, known.study(), ben.put(other.interview(), "interview", 0, "place", "Elsewhere"));
    ada.hello();
    RecordId rescue =
        ada.pullAll(0).stream()
            .filter(change -> change.kind().equals("rescue"))
            .findFirst()
            .orElseThrow()
            .record();
    assertThat(refusal(ada.send(at(ada, ada.put(rescue, "rescue", 0, "state", "accepted")))))
        .isEqualTo("some of it is in another study");
    assertThat(ada.record(other.interview())).doesNotContainKey("place");
  }

  @Test
  void anAcceptedRescueReachesNothingRestrictedOutsideTheStudy() throws Exception {
    TestDevice kim = device("Kim", "KeyAdmin");
    TestDevice ada = device("Ada", "Researcher");
    grant(kim, person("Ada"), Optional.empty(), Level.RESTRICTED);
    RecordId loose =
        make(ada, "interview", Map.of("title", "In no study", "sensitivity", "restricted"));
    TestDevice eve = device("Eve", "Researcher");
    RecordId own = make(eve, "study", Map.of("title", "Mine"));
    rescue(eve, own, eve.put(loose, "interview", 0, "study", own.toString()));
    assertThat(refusal(eve.send(at(eve, eve.put(only(eve), "rescue", 0, "state", "accepted")))))
        .isEqualTo("some of it is in another study");
    assertThat(seen(eve)).doesNotContain(loose);
  }

  @Test
  void whatIsDeepOrDoesNotFitHoldsUpNobody() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    Known known = Known.by(ada);
    Value deep = Value.text("bottom");
    for (int i = 0; i < 24; i++) {
      deep = new Value.Items(List.of(deep));
    }
    Op nested = ada.edit(TestDevice.newRecord(), "study", 0, Map.of("x", FieldChange.put(deep)));
    Op ill = ada.put(known.memo(), "interview", 0, "place", "A memo is no interview");
    Op well = at(ada, ada.put(known.interview(), "interview", 0, "place", "Kitchen"));
    rescue(ada, known.study(), nested, ill, well);
    assertThat(ada.send(at(ada, ada.put(only(ada), "rescue", 0, "state", "accepted"))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ada.record(known.interview())).containsEntry("place", Value.text("Kitchen"));
    assertThat(ada.pullAll(0))
        .as("what could not be taken in waits on, with the reason")
        .filteredOn(change -> change.kind().equals("rescue"))
        .hasSize(2)
        .anySatisfy(
            change ->
                assertThat(change.fields())
                    .containsEntry("state", Value.text("open"))
                    .hasEntrySatisfying(
                        "why", why -> assertThat(why).isNotEqualTo(Value.text(""))));
  }

  @Test
  void acceptedTwiceItIsTakenInOnceAndAConflictIsNotInTheWay() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    ben.hello();
    long seen = ben.pull(0).cursor().seq();
    ada.send(at(ada, ada.put(known.interview(), "interview", 0, "place", "Hall")));
    Op late = ben.put(known.interview(), "interview", seen, "place", "Kitchen");
    rescue(ben, known.study(), late);
    RecordId first = only(ada);
    assertThat(ben.send(late)).as("and then it was sent after all").isNotNull();
    assertThat(ada.send(at(ada, ada.put(first, "rescue", 0, "state", "accepted"))))
        .isInstanceOf(Outcome.Applied.class);
    long head = ada.hello().head();
    assertThat(ada.send(at(ada, ada.put(first, "rescue", 0, "state", "accepted"))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ada.hello().head()).as("nothing more happens").isEqualTo(head);
  }

  @Test
  void whatTheServerHadTakenIsNotRescuedAgain() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    Known known = Known.by(ada);
    Op sent = ada.put(known.memo(), "memo", 99_999, "notes", "Sent in time.");
    Op op = at(ada, sent);
    assertThat(ada.send(op)).isInstanceOf(Outcome.Applied.class);
    assertThat(rescue(ada, known.study(), op))
        .singleElement()
        .isInstanceOf(Outcome.Duplicate.class);
    assertThat(ada.pullAll(0)).noneMatch(change -> change.kind().equals("rescue"));
    Op stray = ada.put(known.memo(), "memo", 0, "notes", "No study");
    assertThat(refusal(rescue(ada, TestDevice.newRecord(), stray).getFirst()))
        .isEqualTo("There is no such study.");
  }
}
