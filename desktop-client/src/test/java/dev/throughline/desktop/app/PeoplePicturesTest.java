package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Person;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.RescuedOps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sees what, in the real window. */
class PeoplePicturesTest {
  private static final RecordId INES = person("Ines");

  @TempDir Path folder;
  private WholeWindow whole;
  private RecordId study;

  private static RecordId person(String login) {
    return new RecordId(Uuids.derived("person of the test " + login));
  }

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"));
    study = whole.window().client().ledger().newRecord();
    save(
        new Draft.Set(
            study,
            "study",
            Map.of(
                "title", Value.text("Tariff letters"),
                "question", Value.text("What do people do when the new tariff letter comes?"))));
    member(INES, "Ines K.", "ines.k", "Researcher");
    member(person("jon"), "Jon A.", "jon.a", "ProductManager");
    member(person("mara"), "Mara S.", "mara.s", "Researcher");
    save(
        new Draft.Set(
            Person.invited("new.colleague"),
            "person",
            Map.of(Person.LOGIN, Value.text("new.colleague"))));
    grant(Optional.of(INES), Optional.of(study), Level.OWNER);
    grant(Optional.of(person("mara")), Optional.of(study), Level.OPEN);
    grant(Optional.of(person("jon")), Optional.empty(), Level.RESTRICTED);
  }

  @AfterEach
  void close() {
    whole.close();
  }

  private void save(Draft draft) {
    Desk.save(whole.window().client(), draft);
  }

  private void member(RecordId id, String name, String login, String role) {
    save(
        new Draft.Set(
            id,
            "person",
            Map.of(
                Person.NAME, Value.text(name),
                Person.LOGIN, Value.text(login),
                Person.ROLES, FieldType.Texts.of(Set.of(role)))));
  }

  private void grant(Optional<RecordId> person, Optional<RecordId> of, Level level) {
    Grant grant = Grant.of(person, of, level);
    save(new Draft.Set(grant.id(), "grant", grant.toFields()));
  }

  /** Ines signed in, with this role and these levels by study. */
  private void become(String role, Map<String, String> grants) {
    whole
        .window()
        .client()
        .ledger()
        .store()
        .rights()
        .take(
            Optional.of(
                new Standing(
                    Set.of(role),
                    Set.of("study", "person", "grant", "topic", "interview"),
                    grants,
                    Optional.of(INES),
                    0,
                    "tag")));
  }

  @Test
  void ownersSeeWhoSeesTheirStudyAndChangeIt() throws Exception {
    become("Researcher", Map.of("all", "none", study.toString(), "owner"));
    openStudy();
    whole.await("people are listed", () -> boxes().size() == 3);
    whole.pictures("access-study");
    whole.fx(
        () -> {
          @SuppressWarnings("unchecked")
          ComboBox<Level> maras = (ComboBox<Level>) boxes().getLast();
          maras.setValue(Level.NONE);
          return true;
        });
    RecordId grant = Grant.idOf(Optional.of(person("mara")), Optional.of(study));
    whole.await(
        "the grant is withdrawn",
        () ->
            whole
                .window()
                .client()
                .ledger()
                .store()
                .find(grant)
                .filter(view -> Grant.from(grant, view.fields()).level() == Level.NONE)
                .isPresent());
    whole.await("she is no longer listed", () -> boxes().size() == 2);
  }

  @Test
  void membersSeeWhoElseSeesTheStudyAndWhyTheyCannotChangeIt() throws Exception {
    become("Researcher", Map.of("all", "none", study.toString(), "open"));
    openStudy();
    whole.await(
        "people are listed", () -> !whole.scene().getRoot().lookupAll(".access .tl-row").isEmpty());
    assertThat(boxes()).isEmpty();
    whole.pictures("access-study-member");
  }

  @Test
  void aRestrictedInterviewSaysSo() throws Exception {
    RecordId interview = whole.fx(() -> whole.window().interviews().getFirst()).interview().id();
    save(new Draft.Set(interview, "interview", Map.of("sensitivity", Value.text("restricted"))));
    whole.fx(
        () -> {
          whole.window().shell().open(PlaceIds.LIBRARY, PlaceIds.session(interview));
          return true;
        });
    whole.await("the page is here", () -> whole.scene().lookup(".tl-notes") != null);
    whole.pictures("restricted");
  }

  @Test
  void thePersonIsToldWhenAccessEnds() throws Exception {
    LocalStore store = whole.window().client().ledger().store();
    RecordId theirs = whole.window().client().ledger().newRecord();
    TreeMap<String, Value> fields = new TreeMap<>(Map.of("title", Value.text("Meter letters")));
    Change known = new Change(1, theirs, "study", false, fields, "Jon A.", "server", 0);
    become("Researcher", Map.of("all", "none", theirs.toString(), "open"));
    store.apply(new PullAnswer(0, new Cursor(store.home(), "e", 1, "00"), 1, List.of(known)));
    become("Researcher", Map.of("all", "none"));
    whole.await("the person is told", () -> !whole.window().shell().toasts().isEmpty());
    whole.pictures("access-ended");
  }

  @Test
  void keyAdministratorsSeeEverybodyInSettings() throws Exception {
    become("KeyAdmin", Map.of("all", "none"));
    whole.fx(
        () -> {
          whole.window().shell().open(PlaceIds.SETTINGS, SettingsSection.PEOPLE.name());
          return true;
        });
    whole.await("people are listed", () -> boxes().size() == 5);
    whole.pictures("access-all");
    RecordId jon = person("jon");
    whole.use("Remove Jon A. from the workspace");
    whole.await("he is listed as removed", () -> boxes().size() == 4);
    LocalStore store = whole.window().client().ledger().store();
    assertThat(store.find(jon).orElseThrow().trashed()).isTrue();
    whole.pictures("access-removed");
  }

  @Test
  void rescuedWorkWaitsInTheInboxOfTheOwner() throws Exception {
    RecordId interview = whole.fx(() -> whole.window().interviews().getFirst()).interview().id();
    TreeMap<String, FieldChange> fields = new TreeMap<>();
    fields.put("place", FieldChange.put(Value.text("Kitchen, second visit")));
    Op op =
        new Op(
            new dev.throughline.model.id.OpId(Uuids.derived("op")),
            1,
            new dev.throughline.model.id.GroupId(Uuids.derived("group")),
            new Hlc(1_795_000_000_000L, 0),
            interview,
            "interview",
            Action.EDIT,
            0,
            fields);
    Rescue rescue =
        new Rescue(
            whole.window().client().ledger().newRecord(),
            Optional.of(study),
            Optional.empty(),
            "Mara S.",
            whole.window().client().ledger().store().device().orElseThrow().toString(),
            1_795_000_000_000L,
            RescuedOps.of(List.of(op)),
            Rescue.OPEN,
            "");
    save(new Draft.Set(rescue.id(), "rescue", rescue.toFields()));
    whole.fx(
        () -> {
          whole.window().shell().open(PlaceIds.INBOX, "");
          return true;
        });
    whole.await("it is shown", () -> whole.scene().lookup(".parked") != null);
    whole.pictures("rescued");
  }

  private void openStudy() throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open(PlaceIds.LIBRARY, "study:" + study);
          return true;
        });
  }

  private List<Node> boxes() {
    return whole.scene().getRoot().lookupAll(".access .combo-box").stream()
        .filter(node -> ((ComboBox<?>) node).getValue() instanceof Level)
        .map(Node.class::cast)
        .toList();
  }
}
