package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.signin.Browser;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Puller;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.identity.FirstPassword;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import dev.throughline.standalone.StandaloneServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real desktops of people with roles, over a standalone server with its own provider. */
class RolesIT {
  @TempDir static Path folder;
  private static StandaloneServer server;
  private static Map<String, String> passwords;

  @TempDir Path profiles;

  @BeforeAll
  static void start() {
    server =
        StandaloneServer.start(StandaloneServer.Options.in(folder.resolve("server")).withSignIn());
    passwords =
        server.firstPasswords().stream()
            .collect(Collectors.toMap(FirstPassword::username, FirstPassword::password));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static URI address() {
    return URI.create(server.url() + "/");
  }

  private static Browser browser(String username) {
    return SignInBrowser.of(username, passwords.getOrDefault(username, ""));
  }

  private ClientWiring desk(String username) throws Exception {
    ClientWiring desk = Desks.open(profiles.resolve(username));
    desk.account().signIn(address(), browser(username));
    return desk;
  }

  private static SyncRound.Result sync(ClientWiring desk) throws Exception {
    try (HttpSyncTransport way = new HttpSyncTransport(address(), desk.account())) {
      SyncRound.Result result = SyncRound.complete(desk.ledger(), way, desk.author(), desk.clock());
      assertThat(result.last()).isInstanceOf(Round.Done.class);
      return result;
    }
  }

  private static RecordId make(ClientWiring desk, String kind, String field, String text) {
    RecordId id = desk.ledger().newRecord();
    assertThat(
            desk.ledger().record(List.of(new Draft.Set(id, kind, Map.of(field, Value.text(text))))))
        .isInstanceOf(SaveResult.Saved.class);
    return id;
  }

  private static boolean has(ClientWiring desk, RecordId id) {
    return desk.ledger().store().find(id).isPresent();
  }

  @Test
  void everybodySeesWhatTheirRoleReads() throws Exception {
    try (ClientWiring researcher = desk("researcher");
        ClientWiring manager = desk("product-manager");
        ClientWiring hacker = desk("growth-hacker");
        ClientWiring admin = desk("key-admin")) {
      RecordId study = make(researcher, "study", "title", "Tariffs");
      RecordId memo = make(researcher, "memo", "notes", "Opens the letter at the door.");
      sync(researcher);
      for (ClientWiring desk : List.of(manager, hacker, admin)) {
        sync(desk);
      }
      assertThat(has(manager, study) && has(manager, memo)).isTrue();
      assertThat(has(hacker, study)).isTrue();
      assertThat(has(hacker, memo)).isFalse();
      assertThat(has(admin, study)).as("to give access to it").isTrue();
      assertThat(has(admin, memo)).isFalse();
      assertThat(
              manager
                  .ledger()
                  .record(
                      List.of(
                          new Draft.Set(memo, "memo", Map.of("notes", Value.text("Mine now."))))))
          .isInstanceOfSatisfying(
              SaveResult.NotSaved.class,
              refused ->
                  assertThat(refused.sentence())
                      .startsWith("A product manager reads notes and changes none."));
    }
  }

  @Test
  void whatOneWroteBeforeKnowingBetterIsKeptAsideAndNotLost() throws Exception {
    Path profile = profiles.resolve("approver");
    try (ClientWiring approver = Desks.open(profile);
        ClientWiring researcher = desk("researcher")) {
      RecordId memo = make(approver, "memo", "notes", "Typed before joining.");
      approver.account().signIn(address(), browser("approver"));
      assertThat(sync(approver).parked()).isEqualTo(1);
      assertThat(has(approver, memo)).isTrue();
      assertThat(approver.ledger().store().aside().parked(10))
          .singleElement()
          .satisfies(
              parked -> {
                assertThat(parked.reason()).isEqualTo("NOT_ALLOWED");
                assertThat(parked.detail()).isEqualTo("An approver has no access to notes.");
              });
      sync(researcher);
      assertThat(has(researcher, memo)).isFalse();
    }
  }

  @Test
  void anotherRoleBringsAndTakesAwayAtTheNextContact() throws Exception {
    try (ClientWiring researcher = desk("researcher");
        ClientWiring officer = desk("privacy-officer")) {
      RecordId memo = make(researcher, "memo", "notes", "Opens the letter at the door.");
      sync(researcher);
      sync(officer);
      assertThat(has(officer, memo)).isTrue();
      becomes("PrivacyOfficer", "GrowthHacker");
      renew(officer);
      try (HttpSyncTransport way = new HttpSyncTransport(address(), officer.account())) {
        assertThat(new Puller(officer.ledger()).round(way))
            .as("greet again first; nothing is blocked")
            .isInstanceOf(Round.Away.class);
      }
      sync(officer);
      assertThat(has(officer, memo)).isFalse();
      becomes("GrowthHacker", "Researcher");
      renew(officer);
      sync(officer);
      assertThat(has(officer, memo)).isTrue();
      assertThat(make(officer, "memo", "notes", "Now I may.")).isNotNull();
      assertThat(sync(officer).parked()).isZero();
    }
  }

  /** The organisation gives this person another group; the provider hears at its start. */
  private static void becomes(String before, String after) throws Exception {
    int port = URI.create(server.url()).getPort();
    server.close();
    Path people = folder.resolve("server").resolve("identity").resolve("people.json");
    String text = Files.readString(people);
    int person = text.indexOf("privacy-officer");
    int group = text.indexOf('"' + before + '"', person);
    Files.writeString(
        people,
        text.substring(0, group) + '"' + after + '"' + text.substring(group + before.length() + 2));
    server =
        StandaloneServer.start(
            StandaloneServer.Options.in(folder.resolve("server")).withSignIn().onPort(port));
  }

  /** What happens by itself when the token is over. */
  private static void renew(ClientWiring desk) {
    String token = desk.account().token(address()).orElseThrow();
    assertThat(desk.account().renewed(address(), token)).isPresent().get().isNotEqualTo(token);
  }
}
