package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who sees which study. */
class GrantsIT extends GrantedTeam {
  @Test
  void nobodyTakesAnIdThatBelongsToSomethingElse() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice kim = device("Kim", "KeyAdmin");
    Known known = Known.by(ada);
    List<RecordId> belonging =
        List.of(
            Consent.idOf(known.participant(), Optional.empty()),
            Grant.idOf(person("Kim"), Optional.of(known.study())),
            Person.invited("newcomer@example.org"),
            Person.idOf("somebody who has not come yet"));
    for (RecordId id : belonging) {
      assertThat(refusal(ada.send(ada.put(id, "study", 0, "title", "Mine"))))
          .isEqualTo("this id belongs to another record");
    }
    assertThat(refusal(kim.send(kim.put(belonging.getLast(), "person", 0, "login", "somebody"))))
        .isEqualTo("this id belongs to another record");
    assertThat(kim.send(kim.put(belonging.get(2), "person", 0, "login", "Newcomer@example.org")))
        .isInstanceOf(Outcome.Applied.class);
    Map<String, Value> consent = Map.of("participant", Value.text("" + known.participant()));
    assertThat(ada.send(ada.edit(belonging.getFirst(), "consent", 0, puts(consent))))
        .isInstanceOf(Outcome.Applied.class);
  }

  @Test
  void whoeverMakesAStudyOwnsItAndNobodyElseSeesIt() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    assertThat(seen(ada)).containsAll(known.all());
    assertThat(ada.hello().standing().orElseThrow().grants())
        .containsEntry(known.study().toString(), "owner")
        .containsEntry("all", "none");
    assertThat(seen(ben)).doesNotContainAnyElementsOf(known.all());
    for (RecordId record : known.all()) {
      assertThat(
              ben.http()
                  .get("/sync/v1/history?record=" + record)
                  .read(WireFormat.RECORD_HISTORY)
                  .entries())
          .isEmpty();
    }
    assertThat(refusal(ben.send(ben.put(known.memo(), "memo", 0, "notes", "Mine"))))
        .isEqualTo("You have no access to the study this belongs to.");
    assertThat(
            refusal(
                ben.send(
                    ben.put(
                        TestDevice.newRecord(),
                        "memo",
                        0,
                        "interview",
                        known.interview().toString()))))
        .isEqualTo("You have no access to the study this belongs to.");
  }

  @Test
  void aGrantBringsWhatWasThereAndAWithdrawalEndsItAtOnce() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    ben.hello();
    long before = ben.pull(0).cursor().seq();
    assertThat(grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ben.http().get("/sync/v1/pull?after=" + before + "&standing=x").code())
        .isEqualTo("SRV-18");
    assertThat(seen(ben)).containsAll(known.all());
    assertThat(ben.send(ben.put(known.memo(), "memo", before, "notes", "From both.")))
        .isInstanceOf(Outcome.Applied.class);
    String tag = ben.hello().standing().orElseThrow().tag();
    grant(ada, person("Ben"), Optional.of(known.study()), Level.NONE);
    assertThat(ben.http().get("/sync/v1/pull?after=0&standing=" + tag).code()).isEqualTo("SRV-18");
    assertThat(seen(ben)).doesNotContainAnyElementsOf(known.all());
    assertThat(refusal(ben.send(ben.put(known.memo(), "memo", before, "notes", "Late."))))
        .isEqualTo("You have no access to the study this belongs to.");
  }

  @Test
  void whatIsRestrictedNeedsMoreThanAccess() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    TestDevice officer = device("Olu", "PrivacyOfficer");
    Known known = Known.by(ada);
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    ben.hello();
    long cursor = ben.pull(0).cursor().seq();
    Outcome restricted =
        ada.send(ada.put(known.interview(), "interview", cursor, "sensitivity", "restricted"));
    assertThat(restricted).isInstanceOf(Outcome.Applied.class);
    assertThat(ben.pullAll(cursor))
        .as("the interview goes, with all below it, and says nothing else")
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.gone()).isTrue();
              assertThat(change.record()).isEqualTo(known.interview());
              assertThat(change.fields()).isEmpty();
            });
    Set<RecordId> evidence = Set.of(known.interview(), known.memo(), known.segment());
    assertThat(seen(ben)).contains(known.study()).doesNotContainAnyElementsOf(evidence);
    assertThat(seen(officer)).contains(known.study()).doesNotContainAnyElementsOf(evidence);
    assertThat(refusal(ben.send(ben.put(known.memo(), "memo", 0, "notes", "Mine"))))
        .isEqualTo("This is restricted, and your access to the study does not reach that far.");
    grant(ada, person("Ben"), Optional.of(known.study()), Level.RESTRICTED);
    assertThat(seen(ben)).containsAll(evidence);
  }

  @Test
  void aMoveBetweenStudiesNeedsRightsInBothAndIsToldToBothSides() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known from = Known.by(ada);
    RecordId to = make(ben, "study", Map.of("title", "Meters"));
    Op move = ada.put(from.interview(), "interview", 99_999, "study", to.toString());
    assertThat(refusal(ada.send(at(ada, move))))
        .isEqualTo("You have no access to the study this belongs to.");
    assertThat(
            refusal(ben.send(at(ben, ben.put(from.interview(), "interview", 0, "study", "" + to)))))
        .isEqualTo("You have no access to the study this belongs to.");
    TestDevice cleo = device("Cleo", "Researcher");
    grant(ada, person("Cleo"), Optional.of(from.study()), Level.OPEN);
    grant(ben, person("Cleo"), Optional.of(to), Level.OPEN);
    ada.hello();
    long cursor = ada.pullAll(0).getLast().seq();
    String bens = ben.hello().standing().orElseThrow().tag();
    assertThat(cleo.send(at(cleo, cleo.put(from.interview(), "interview", 0, "study", "" + to))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ada.pullAll(cursor))
        .filteredOn(change -> change.record().equals(from.interview()))
        .singleElement()
        .satisfies(change -> assertThat(change.gone()).isTrue());
    assertThat(ben.http().get("/sync/v1/pull?after=1&standing=" + bens).code())
        .as("what came within reach was written before")
        .isEqualTo("SRV-18");
    assertThat(seen(ben)).contains(from.interview(), from.memo(), from.segment());
    assertThat(seen(ada)).contains(from.study()).doesNotContain(from.interview(), from.memo());
  }

  @Test
  void onlyOwnersAndKeyAdministratorsGiveAccess() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    assertThat(refusal(grant(ben, person("Ben"), Optional.of(known.study()), Level.OWNER)))
        .isEqualTo("Only owners of a study and key administrators give access to it.");
    assertThat(refusal(grant(ada, person("Ada"), Optional.empty(), Level.OWNER)))
        .isEqualTo("Only owners of a study and key administrators give access to it.");
    Grant forBen = Grant.of(person("Ben"), Optional.of(known.study()), Level.OPEN);
    assertThat(
            refusal(
                ada.send(ada.edit(TestDevice.newRecord(), "grant", 0, puts(forBen.toFields())))))
        .isEqualTo("a grant keeps its person and its study");
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    Map<String, FieldChange> bent = new HashMap<>();
    bent.put("person", FieldChange.put(Value.text(person("Ada").orElseThrow().toString())));
    assertThat(refusal(ada.send(ada.edit(forBen.id(), "grant", 0, bent))))
        .isEqualTo("a grant keeps its person and its study");
    TestDevice admin = device("Kim", "KeyAdmin");
    assertThat(grant(admin, person("Ben"), Optional.of(known.study()), Level.OWNER))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(seen(admin))
        .as("who gives access sees no evidence")
        .contains(known.study(), forBen.id())
        .doesNotContain(known.interview(), known.memo(), known.participant());
  }

  @Test
  void whoSomebodyIsOnlyTheServerSays() throws Exception {
    TestDevice admin = device("Kim", "KeyAdmin");
    TestDevice ada = device("Ada", "Researcher");
    RecordId kim = person("Kim").orElseThrow();
    assertThat(refusal(ada.send(ada.put(kim, "person", 0, "name", "Ada"))))
        .isEqualTo("A researcher reads people and changes none.");
    assertThat(refusal(admin.send(admin.put(kim, "person", 0, "subject", "Ada"))))
        .isEqualTo("who a person is only the server writes");
  }

  @Test
  void whoeverIsInvitedByLoginFindsTheirStudies() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice admin = device("Kim", "KeyAdmin");
    Known known = Known.by(ada);
    String login = login("Dev").replace('d', 'D');
    RecordId invited = Person.invited(login);
    assertThat(admin.send(admin.put(invited, "person", 0, "login", login)))
        .isInstanceOf(Outcome.Applied.class);
    grant(ada, Optional.of(invited), Optional.of(known.study()), Level.OPEN);
    TestDevice dev = device("Dev", "Researcher");
    assertThat(person("Dev")).contains(invited);
    assertThat(seen(dev)).containsAll(known.all());
    assertThat(dev.record(invited))
        .containsEntry("name", Value.text("Dev"))
        .containsEntry("login", Value.text(login("Dev")));
    TestDevice other = new TestDevice(dev.http(), "Dev");
    assertThat(other.hello().standing().orElseThrow().person()).contains(invited);
  }

  @Test
  void aDutyMoreIsOtherRights() throws Exception {
    String one = device("Olu", "Researcher").hello().standing().orElseThrow().tag();
    String two =
        device("Olu", "Researcher", "PrivacyOfficer").hello().standing().orElseThrow().tag();
    assertThat(two).isNotEqualTo(one);
  }
}
