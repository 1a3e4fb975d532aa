package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.NewWorkspace;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.sync.WorkspaceList;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several workspaces on one server, over HTTP with real tokens. */
class WorkspacesIT extends GrantedTeam {
  private static WorkspaceId make(TestHttp by, String name) {
    WorkspaceId id = new WorkspaceId(UUID.randomUUID());
    WorkspaceList list =
        by.post("/sync/v1/workspaces", WireFormat.NEW_WORKSPACE, new NewWorkspace(id, name))
            .read(WireFormat.WORKSPACE_LIST);
    assertThat(list.workspaces()).contains(new WorkspaceList.Entry(id, name));
    return id;
  }

  private static List<WorkspaceId> listed(TestHttp by) {
    return by.get("/sync/v1/workspaces").read(WireFormat.WORKSPACE_LIST).workspaces().stream()
        .map(WorkspaceList.Entry::id)
        .toList();
  }

  private static void invite(TestDevice by, String login) {
    Outcome invited =
        by.send(
            by.edit(
                Person.invited(login),
                "person",
                0,
                Map.of(Person.LOGIN, FieldChange.put(Value.text(login)))));
    assertThat(invited).isInstanceOf(Outcome.Applied.class);
  }

  @Test
  void whoeverIsInvitedToAWorkspaceWorksThereAndNobodyElse() throws Exception {
    TestHttp kim = device("Kim", "KeyAdmin").http();
    TestDevice ada = device("Ada", "Researcher");
    TestHttp ben = device("Ben", "Researcher").http();
    WorkspaceId growth = make(kim, "Growth");
    assertThat(listed(kim)).contains(growth);
    assertThat(listed(ada.http())).doesNotContain(growth).hasSize(1);
    TestDevice kims = new TestDevice(kim, "Kim", Optional.of(growth));
    invite(kims, login("Ada"));
    assertThat(listed(ada.http())).contains(growth);
    TestDevice adas = new TestDevice(ada.http(), "Ada", Optional.of(growth));
    Known there = Known.by(adas);
    Known here = Known.by(ada);
    assertThat(seen(adas)).containsAll(there.all()).doesNotContainAnyElementsOf(here.all());
    assertThat(seen(ada)).containsAll(here.all()).doesNotContainAnyElementsOf(there.all());
    assertThat(seen(kims)).doesNotContain(there.interview(), there.memo(), there.segment());
    assertThat(listed(ben)).doesNotContain(growth);
  }

  @Test
  void toOthersAWorkspaceIsAsIfItWereNotThere() throws Exception {
    TestHttp kim = device("Kim", "KeyAdmin").http();
    WorkspaceId growth = make(kim, "Growth");
    TestDevice kims = new TestDevice(kim, "Kim", Optional.of(growth));
    TestHttp ben = device("Ben", "ProductManager").http();
    WorkspaceId nowhere = new WorkspaceId(UUID.randomUUID());
    for (String path :
        List.of(
            "/sync/v1/pull?after=0&workspace=",
            "/sync/v1/history?record=" + UUID.randomUUID() + "&workspace=",
            "/sync/v1/history?record=none&workspace=",
            "/sync/v1/pull?after=none&workspace=",
            "/sync/v1/devices?workspace=",
            "/sync/v1/events?workspace=")) {
      TestHttp.Answer refused = ben.get(path + growth);
      assertThat(refused.code()).as(path).isEqualTo("SRV-11");
      assertThat(refused.problem()).isEqualTo(ben.get(path + nowhere).problem());
    }
    TestHttp nobody = http(token("Eve", "", "Gardeners"));
    for (WorkspaceId id : List.of(growth, nowhere)) {
      assertThat(nobody.get("/sync/v1/pull?after=0&workspace=" + id).code()).isEqualTo("SRV-17");
    }
    assertThat(ben.post("/sync/v1/hello", WireFormat.HELLO, kims.greeting()).code())
        .isEqualTo("SRV-11");
    var op = kims.put(TestDevice.newRecord(), "memo", 0, "notes", "Mine");
    assertThat(ben.post("/sync/v1/push", WireFormat.PUSH, kims.pushOf(List.of(op))).code())
        .isEqualTo("SRV-11");
    String rescue = "/sync/v1/rescue?study=" + UUID.randomUUID();
    assertThat(ben.post(rescue, WireFormat.PUSH, kims.pushOf(List.of(op))).code())
        .isEqualTo("SRV-11");
    NewWorkspace again = new NewWorkspace(growth, "Mine");
    TestHttp otherAdmin = device("Zoe", "KeyAdmin").http();
    assertThat(otherAdmin.post("/sync/v1/workspaces", WireFormat.NEW_WORKSPACE, again).code())
        .isEqualTo("SRV-11");
  }

  @Test
  void onlyKeyAdministratorsMakeThemAndAskingTwiceMakesOne() throws Exception {
    TestHttp kim = device("Kim", "KeyAdmin").http();
    TestHttp ada = device("Ada", "Researcher").http();
    NewWorkspace asked = new NewWorkspace(new WorkspaceId(UUID.randomUUID()), "Growth");
    assertThat(ada.post("/sync/v1/workspaces", WireFormat.NEW_WORKSPACE, asked).code())
        .isEqualTo("SRV-17");
    assertThat(ada.get("/sync/v1/workspaces").read(WireFormat.WORKSPACE_LIST).mayCreate())
        .isFalse();
    int before = listed(kim).size();
    kim.post("/sync/v1/workspaces", WireFormat.NEW_WORKSPACE, asked);
    kim.post("/sync/v1/workspaces", WireFormat.NEW_WORKSPACE, asked);
    assertThat(listed(kim)).hasSize(before + 1).contains(asked.id());
    assertThat(
            kim.post(
                    "/sync/v1/workspaces",
                    WireFormat.NEW_WORKSPACE,
                    new NewWorkspace(new WorkspaceId(UUID.randomUUID()), " "))
                .code())
        .isEqualTo("SRV-01");
  }

  @Test
  void whoeverIsRemovedHasNothingThereAnyMoreAndCanComeBack() throws Exception {
    TestHttp kim = device("Kim", "KeyAdmin").http();
    WorkspaceId growth = make(kim, "Growth");
    TestDevice kims = new TestDevice(kim, "Kim", Optional.of(growth));
    invite(kims, login("Ada"));
    TestHttp ada = device("Ada", "Researcher").http();
    TestDevice adas = new TestDevice(ada, "Ada", Optional.of(growth));
    RecordId her = adas.hello().standing().orElseThrow().person().orElseThrow();
    grant(kims, Optional.of(her), Optional.empty(), Level.RESTRICTED);
    Known there = Known.by(adas);
    String tag = adas.hello().standing().orElseThrow().tag();
    // Kim does not know what the server wrote of her since; a removal holds all the same.
    Outcome removed = kims.send(kims.trash(her, "person", 0));
    assertThat(removed).isInstanceOf(Outcome.Applied.class);
    assertThat(ada.get("/sync/v1/pull?after=0&workspace=" + growth + "&standing=" + tag).code())
        .isEqualTo("SRV-18");
    Standing now = adas.hello().standing().orElseThrow();
    assertThat(now.reads()).isEmpty();
    assertThat(seen(adas)).isEmpty();
    assertThat(refusal(adas.send(adas.put(there.memo(), "memo", 0, "notes", "Late."))))
        .contains("without a role");
    assertThat(refusal(adas.send(adas.put(TestDevice.newRecord(), "study", 0, "title", "Another"))))
        .contains("without a role");
    assertThat(listed(ada)).doesNotContain(growth).hasSize(1);
    TestHttp renamed = http(token("Ada", "", "Researcher", "GrowthHacker"));
    assertThat(
            new TestDevice(renamed, "Ada", Optional.of(growth))
                .hello()
                .standing()
                .orElseThrow()
                .reads())
        .as("what the server writes of her brings nobody back")
        .isEmpty();
    assertThat(kims.send(at(kims, kims.restore(her, "person", 0))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(seen(adas)).containsAll(there.all());
  }

  @Test
  void whoeverIsRemovedBeforeTheyCameFindsNothing() throws Exception {
    TestDevice kim = device("Kim", "KeyAdmin");
    invite(kim, login("Ada"));
    RecordId invited = Person.invited(login("Ada"));
    assertThat(kim.send(at(kim, kim.trash(invited, "person", 0))))
        .isInstanceOf(Outcome.Applied.class);
    TestDevice ada = device("Ada", "Researcher");
    assertThat(person("Ada")).contains(invited);
    assertThat(ada.hello().standing().orElseThrow().reads()).isEmpty();
    assertThat(refusal(ada.send(ada.put(TestDevice.newRecord(), "study", 0, "title", "Mine"))))
        .contains("without a role");
  }

  @Test
  void nobodyRemovesThemselves() throws Exception {
    TestDevice kim = device("Kim", "KeyAdmin");
    RecordId self = person("Kim").orElseThrow();
    assertThat(refusal(kim.send(at(kim, kim.trash(self, "person", 0)))))
        .isEqualTo("nobody removes themselves; another key administrator does");
  }
}
