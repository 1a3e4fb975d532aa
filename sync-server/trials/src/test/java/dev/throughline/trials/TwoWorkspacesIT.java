package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Grants;
import dev.throughline.model.access.Role;
import dev.throughline.model.access.Scope;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.NewWorkspace;
import dev.throughline.model.sync.WorkspaceList;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two workspaces on one server, four people, six studies. */
class TwoWorkspacesIT extends SignedInDesks {
  private static final Map<String, Role> PEOPLE =
      Map.of(
          "researcher", Role.RESEARCHER,
          "product-manager", Role.PRODUCT_MANAGER,
          "growth-hacker", Role.GROWTH_HACKER,
          "technical-lead", Role.TECHNICAL_LEAD);

  /** A record that stands in an export by its words, if its reader may see it. */
  private record Planted(
      Optional<WorkspaceId> workspace,
      RecordId study,
      String kind,
      boolean restricted,
      String words) {}

  private final List<Planted> planted = new ArrayList<>();
  private final Map<String, Map<RecordId, Level>> levels = new HashMap<>();
  private final Map<String, ClientWiring> open = new HashMap<>();

  private ClientWiring desk(String username, Optional<WorkspaceId> workspace) throws Exception {
    String key = username + workspace;
    ClientWiring there = open.get(key);
    if (there != null) {
      return there;
    }
    ClientWiring desk =
        Desks.open(folder.resolve(username + workspace.map(it -> "-two").orElse("")));
    workspace.ifPresent(desk.settings()::setWorkspace);
    desk.account().signIn(address(), browser(username));
    open.put(key, desk);
    return desk;
  }

  @Test
  void eachDesktopsExportHoldsExactlyWhatTheMatrixSays() throws Exception {
    try {
      Optional<WorkspaceId> first = Optional.empty();
      Optional<WorkspaceId> second = Optional.of(made("Second team"));
      for (String person : PEOPLE.keySet()) {
        sync(desk(person, second));
        assertThat(desk(person, second).ledger().store().home()).isEqualTo(second.get());
        chooseFirst(desk(person, first));
        sync(desk(person, first));
      }
      study(first, "Anchor", "researcher", Map.of("product-manager", Level.OPEN));
      study(first, "Beacon", "product-manager", Map.of("growth-hacker", Level.RESTRICTED));
      study(first, "Cedar", "researcher", Map.of());
      study(second, "Dune", "product-manager", Map.of("researcher", Level.RESTRICTED));
      study(second, "Ember", "researcher", Map.of("technical-lead", Level.OPEN));
      study(second, "Fjord", "researcher", Map.of("product-manager", Level.OWNER));
      for (String person : PEOPLE.keySet()) {
        for (Optional<WorkspaceId> workspace : List.of(first, second)) {
          sync(desk(person, workspace));
          String export = export(desk(person, workspace));
          for (Planted one : planted) {
            assertThat(export.contains(one.words()))
                .as("%s in %s reads %s", person, workspace, one)
                .isEqualTo(one.workspace().equals(workspace) && mayRead(person, one));
          }
        }
      }
      assertThat(planted).hasSizeGreaterThan(24);
    } finally {
      open.values().forEach(ClientWiring::close);
    }
  }

  private boolean mayRead(String person, Planted one) {
    Grants grants = new Grants(Level.NONE, levels.getOrDefault(person, Map.of()));
    return roles(person)
        .within(grants)
        .mayRead(one.kind(), new Scope(Optional.of(one.study()), one.restricted()));
  }

  private static Access roles(String person) {
    return Access.of(Set.of(Objects.requireNonNull(PEOPLE.get(person))));
  }

  /** Of several workspaces a desktop asks which; the server's first is the first of the list. */
  private static void chooseFirst(ClientWiring desk) throws Exception {
    try (HttpSyncTransport way =
        new HttpSyncTransport(address(), desk.account(), desk::workspace)) {
      Round asked = SyncRound.complete(desk.ledger(), way, desk.self(), desk.clock()).last();
      assertThat(asked).isInstanceOf(Round.Blocked.class);
      assertThat(((Round.Blocked) asked).code()).isEqualTo("SYN-05");
      assertThat(desk.ledger().store().joinedName()).isEmpty();
      WorkspaceList list = ((Reply.Ok<WorkspaceList>) way.workspaces()).value();
      desk.settings().setWorkspace(list.workspaces().getFirst().id());
    }
  }

  private WorkspaceId made(String name) throws Exception {
    ClientWiring admin = desk(folder, "key-admin");
    sync(admin);
    WorkspaceId id = new WorkspaceId(admin.ledger().newRecord().value());
    try (HttpSyncTransport way = new HttpSyncTransport(address(), admin.account())) {
      assertThat(way.makeWorkspace(new NewWorkspace(id, name))).isInstanceOf(Reply.Ok.class);
    }
    admin.close();
    ClientWiring there = desk("key-admin", Optional.of(id));
    sync(there);
    for (String login : PEOPLE.keySet()) {
      save(
          there,
          new Draft.Set(Person.invited(login), "person", Map.of(Person.LOGIN, Value.text(login))));
    }
    assertThat(sync(there).parked()).isZero();
    return id;
  }

  /** A study, with what belongs to it where the role of its owner writes that. */
  private void study(
      Optional<WorkspaceId> workspace, String title, String owner, Map<String, Level> others)
      throws Exception {
    ClientWiring desk = desk(owner, workspace);
    RecordId study = make(desk, "study", Map.of("title", title));
    plant(workspace, study, "study", false, title);
    if (roles(owner).write("memo") instanceof Access.Decision.Allowed) {
      fill(workspace, desk, study, title);
    }
    sync(desk);
    levels.computeIfAbsent(owner, _ -> new HashMap<>()).put(study, Level.OWNER);
    for (Map.Entry<String, Level> other : others.entrySet()) {
      levels.computeIfAbsent(other.getKey(), _ -> new HashMap<>()).put(study, other.getValue());
      grant(desk, person(desk(other.getKey(), workspace)), Optional.of(study), other.getValue());
    }
    assertThat(sync(desk).parked()).isZero();
  }

  /** A participant, two interviews of which one is restricted, and their notes. */
  private void fill(
      Optional<WorkspaceId> workspace, ClientWiring desk, RecordId study, String title) {
    make(desk, "participant", Map.of("study", "" + study, "pseudonym", title + "-P"));
    plant(workspace, study, "participant", false, title + "-P");
    for (boolean restricted : new boolean[] {false, true}) {
      String about = title + (restricted ? " behind closed doors" : " at the door");
      Map<String, String> fields = new HashMap<>(Map.of("study", "" + study, "title", about));
      if (restricted) {
        fields.put("sensitivity", "restricted");
      }
      RecordId interview = make(desk, "interview", fields);
      plant(workspace, study, "interview", restricted, about);
      make(desk, "memo", Map.of("interview", "" + interview, "notes", "Notes of " + about + "."));
      plant(workspace, study, "memo", restricted, "Notes of " + about + ".");
    }
  }

  private void plant(
      Optional<WorkspaceId> workspace,
      RecordId study,
      String kind,
      boolean restricted,
      String words) {
    planted.add(new Planted(workspace, study, kind, restricted, '"' + words + '"'));
  }
}
