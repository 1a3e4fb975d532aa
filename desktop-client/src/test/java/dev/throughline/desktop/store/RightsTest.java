package dev.throughline.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.memo.Relay;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a profile keeps, forgets and refuses when the server says what its person may do. */
class RightsTest {
  @TempDir Path folder;
  private final Relay relay = new Relay();
  private ClientWiring anna;
  private ClientWiring ben;

  @BeforeEach
  void open() throws Exception {
    anna = Desk.open(folder.resolve("anna"));
    ben = Desk.open(folder.resolve("ben"));
    relay.join(anna);
    relay.join(ben);
  }

  @AfterEach
  void close() {
    anna.close();
    ben.close();
  }

  private static Optional<Standing> as(Role... roles) {
    return Access.of(Set.of(roles)).standing();
  }

  private static RecordId make(ClientWiring desk, String kind, String field, String text) {
    RecordId id = desk.ledger().newRecord();
    assertThat(set(desk, id, kind, field, text)).isInstanceOf(SaveResult.Saved.class);
    return id;
  }

  private static SaveResult set(
      ClientWiring desk, RecordId id, String kind, String field, String text) {
    return desk.ledger().record(List.of(new Draft.Set(id, kind, Map.of(field, Value.text(text)))));
  }

  private static Rights rights(ClientWiring desk) {
    return desk.ledger().store().rights();
  }

  private static boolean has(ClientWiring desk, RecordId id) {
    return desk.ledger().store().find(id).isPresent();
  }

  @Test
  void whatMayNotBeReadAnyMoreIsForgottenAndComesBackWithTheRight() throws Exception {
    rights(ben).take(as(Role.PRODUCT_MANAGER));
    RecordId study = make(anna, "study", "title", "Tariffs");
    RecordId interview = make(anna, "interview", "title", "First");
    relay.push(anna);
    relay.pull(ben);
    assertThat(has(ben, interview)).isTrue();
    List<RecordsChanged> told = new ArrayList<>();
    ben.ledger().store().onChange(told::add);

    rights(ben).take(as(Role.GROWTH_HACKER));
    assertThat(has(ben, study)).isTrue();
    assertThat(has(ben, interview)).isFalse();
    assertThat(told).singleElement().matches(RecordsChanged::isEverything);

    rights(ben).take(as(Role.PRODUCT_MANAGER));
    assertThat(ben.ledger().store().cursor().orElseThrow().seq()).isZero();
    relay.pull(ben);
    assertThat(ben.ledger().store().find(interview).orElseThrow().fields())
        .containsEntry("title", Value.text("First"));
  }

  @Test
  void unsettledWorkOfOnesOwnStays() throws Exception {
    RecordId theirs = make(anna, "interview", "title", "Theirs");
    relay.push(anna);
    relay.pull(ben);
    rights(ben).take(as(Role.RESEARCHER));
    RecordId own = make(ben, "interview", "title", "My own");
    set(ben, theirs, "interview", "place", "Leeds");
    rights(ben).take(as(Role.GROWTH_HACKER));
    assertThat(ben.ledger().store().find(own).orElseThrow().fields())
        .containsEntry("title", Value.text("My own"));
    assertThat(ben.ledger().store().find(theirs).orElseThrow().fields())
        .containsOnly(Map.entry("place", Value.text("Leeds")));
    assertThat(ben.ledger().store().toPush(10)).hasSize(2);
  }

  @Test
  void whatComesAgainDoesNotUndoWhatCameSince() throws Exception {
    RecordId study = make(anna, "study", "title", "One");
    relay.push(anna);
    rights(ben).take(as(Role.GROWTH_HACKER));
    relay.pull(ben);
    set(anna, study, "study", "title", "Two");
    relay.push(anna);
    relay.pull(ben);
    rights(ben).take(as(Role.RESEARCHER));
    RecordView before = ben.ledger().store().find(study).orElseThrow();
    relay.pull(ben);
    assertThat(ben.ledger().store().find(study)).contains(before);
    set(ben, study, "study", "title", "Three");
    relay.push(ben);
    relay.pull(ben);
    assertThat(ben.ledger().store().toPush(10)).isEmpty();
    assertThat(ben.ledger().store().find(study).orElseThrow().fields())
        .containsEntry("title", Value.text("Three"));
  }

  @Test
  void savesBeyondOnesRightsAreRefusedWithTheReason() throws Exception {
    RecordId study = make(anna, "study", "title", "Tariffs");
    RecordId person = make(anna, "participant", "pseudonym", "P-07");
    relay.push(anna);
    relay.pull(ben);
    rights(ben).take(as(Role.PRIVACY_OFFICER));
    assertThat(set(ben, study, "study", "title", "Other"))
        .isInstanceOfSatisfying(
            SaveResult.NotSaved.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("SAV-04");
              assertThat(refused.sentence())
                  .startsWith("A privacy officer reads studies and changes none.");
            });
    assertThat(set(ben, person, "participant", "pseudonym", "P-08"))
        .isInstanceOf(SaveResult.Saved.class);
    assertThat(set(ben, person, "participant", "study", study.toString()))
        .isInstanceOf(SaveResult.NotSaved.class);
    assertThat(set(ben, ben.ledger().newRecord(), "participant", "pseudonym", "P-09"))
        .isInstanceOf(SaveResult.NotSaved.class);
    assertThat(ben.ledger().record(List.of(new Draft.Move(person, "participant", Action.TRASH))))
        .isInstanceOf(SaveResult.NotSaved.class);
  }

  @Test
  void theSampleIsFreeForEverybody() {
    ben.samples().open();
    rights(ben).take(as(Role.APPROVER));
    RecordId interview = ben.ledger().store().newest("interview", 0, 1).getFirst().id();
    assertThat(set(ben, interview, "interview", "title", "Tried out"))
        .isInstanceOf(SaveResult.Saved.class);
  }

  @Test
  void rightsHoldOfflineAndAfterARestart() throws Exception {
    rights(ben).take(as(Role.APPROVER));
    ben.close();
    ben = Desk.open(folder.resolve("ben"));
    assertThat(rights(ben).standing()).isEqualTo(as(Role.APPROVER));
    assertThat(set(ben, ben.ledger().newRecord(), "interview", "title", "X"))
        .isInstanceOf(SaveResult.NotSaved.class);
    rights(ben).take(Optional.empty());
    make(ben, "interview", "title", "X");
  }
}
