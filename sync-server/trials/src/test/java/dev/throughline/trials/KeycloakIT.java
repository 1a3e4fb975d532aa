package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.signin.Account;
import dev.throughline.desktop.signin.Browser;
import dev.throughline.desktop.signin.SessionStore;
import dev.throughline.desktop.signin.SignInResult;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.engines.PostgresEngine;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import dev.throughline.server.SyncServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Desktops and server as they are, with Keycloak as the organisation's provider. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Keycloak is started by its shell script")
@EnabledIf(
    value = "isWanted",
    disabledReason =
        "Keycloak is tried with -Pkeycloak, once its archive is in the local repository; see"
            + " docs/hacking.md")
class KeycloakIT {
  /** Names the folder of the local repository in which the archive is, or is not. */
  private static final String REPOSITORY = "throughline.keycloak";

  @TempDir static Path folder;
  private static Optional<Keycloak> keycloak = Optional.empty();
  private static Optional<PostgresEngine> postgres = Optional.empty();
  private static Optional<SyncServer.Running> server = Optional.empty();

  @TempDir Path profiles;

  @BeforeAll
  static void start() throws IOException {
    keycloak = Optional.of(Keycloak.start(archive().orElseThrow(), Path.of("target", "keycloak")));
    PostgresEngine engine =
        PostgresEngine.start(
            new PostgresEngine.Options(
                folder.resolve("postgres"), 0, Duration.ofSeconds(60), folder.resolve("programs")));
    postgres = Optional.of(engine);
    Map<String, String> properties = new HashMap<>();
    properties.put("server.port", "0");
    properties.put("throughline.identity.issuer", keycloak.get().issuer().toString());
    properties.put("throughline.database.url", engine.jdbcUrl());
    properties.put("throughline.database.owner.user", engine.owner().user());
    properties.put("throughline.database.owner.password", engine.owner().password());
    properties.put("throughline.database.app.user", engine.app().user());
    properties.put("throughline.database.app.password", engine.app().password());
    properties.put("throughline.database.sequencer.user", engine.sequencer().user());
    server = Optional.of(SyncServer.start(properties));
  }

  /** Asked by JUnit. */
  static boolean isWanted() throws IOException {
    return archive().isPresent();
  }

  private static Optional<Path> archive() throws IOException {
    Path repository = Path.of(System.getProperty(REPOSITORY, "no-such-folder"));
    if (!Files.isDirectory(repository)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(repository)) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst();
    }
  }

  @AfterAll
  static void stop() {
    server.ifPresent(SyncServer.Running::close);
    postgres.ifPresent(PostgresEngine::close);
    keycloak.ifPresent(Keycloak::close);
  }

  private static URI address() {
    return URI.create("http://127.0.0.1:" + server.orElseThrow().port() + "/");
  }

  private static Browser browser(String username) {
    return KeycloakBrowser.of(username, username + "-of-the-test-realm");
  }

  private static Round sync(ClientWiring desk) throws Exception {
    try (HttpSyncTransport way = new HttpSyncTransport(address(), desk.account())) {
      return SyncRound.complete(desk.ledger(), way, desk.author(), desk.clock()).last();
    }
  }

  /** Keeps what it is given in memory, so that a test can steal it. */
  private static final class Memory implements SessionStore {
    private Optional<byte[]> held = Optional.empty();

    @Override
    public Optional<byte[]> read() {
      return held;
    }

    @Override
    public boolean write(byte[] value) {
      held = Optional.of(value);
      return true;
    }

    Memory stolen() {
      Memory copy = new Memory();
      copy.held = held;
      return copy;
    }
  }

  /** A clock a test can put forward. */
  private static final class Moved implements InstantSource {
    private Duration by = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(by);
    }
  }

  @Test
  void workTravelsBetweenPeopleWhoseGroupsGiveThemRoles() throws Exception {
    try (ClientWiring ada = Desks.open(profiles.resolve("ada"));
        ClientWiring ben = Desks.open(profiles.resolve("ben"));
        ClientWiring cleo = Desks.open(profiles.resolve("cleo"))) {
      assertThat(ada.account().signIn(address(), browser("ada")))
          .isEqualTo(new SignInResult.SignedIn("Ada Field"));
      RecordId memo = ada.ledger().newRecord();
      Draft draft = new Draft.Set(memo, "memo", Map.of("notes", Value.text("At the door.")));
      assertThat(ada.ledger().record(List.of(draft))).isNotNull();
      assertThat(sync(ada)).isInstanceOf(Round.Done.class);
      assertThat(ada.ledger().store().counts().waiting()).isZero();
      assertThat(ben.account().signIn(address(), browser("ben")))
          .isEqualTo(new SignInResult.SignedIn("Ben Stone"));
      assertThat(sync(ben)).isInstanceOf(Round.Done.class);
      assertThat(ben.ledger().store().find(memo)).isPresent();
      try (HttpSyncTransport way = new HttpSyncTransport(address(), ben.account())) {
        assertThat(way.history(memo, Long.MAX_VALUE, 10).toString()).contains("Ada Field");
      }
      cleo.account().signIn(address(), browser("cleo"));
      assertThat(sync(cleo))
          .as("gardeners have no role here")
          .isInstanceOfSatisfying(
              Round.Blocked.class, blocked -> assertThat(blocked.code()).isEqualTo("SRV-17"));
    }
  }

  @Test
  void aTokenThatIsOverIsRenewedAndTheNextOneIsAnother() throws Exception {
    Memory store = new Memory();
    Account account = new Account(store, InstantSource.system());
    assertThat(account.signIn(address(), browser("ada"))).isInstanceOf(SignInResult.SignedIn.class);
    // Counts for 20 seconds, which is less than the desktop keeps in hand: it renews at once.
    String first = account.token(address()).orElseThrow();
    byte[] kept = store.read().orElseThrow();
    HttpResponse<String> hints =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address().resolve("/sync/v1/events"))
                    .header("Authorization", "Bearer " + first)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(hints.statusCode()).as("and ended with the token").isEqualTo(200);
    String second = account.token(address()).orElseThrow();
    assertThat(second).isNotEqualTo(first);
    assertThat(store.read().orElseThrow()).as("the refresh token too").isNotEqualTo(kept);
    try (HttpSyncTransport way = new HttpSyncTransport(address(), account)) {
      assertThat(way.history(RecordId.of("01900000-0000-7000-8000-000000000001"), 10, 10))
          .isInstanceOf(dev.throughline.desktop.sync.Reply.Ok.class);
    }
  }

  @Test
  void aRefreshTokenShownTwiceEndsTheSessionForBoth() {
    Moved clock = new Moved();
    Memory mine = new Memory();
    Account owner = new Account(mine, clock);
    assertThat(owner.signIn(address(), browser("ada"))).isInstanceOf(SignInResult.SignedIn.class);
    Memory stolen = mine.stolen();
    clock.by = Duration.ofMinutes(1);
    assertThat(owner.token(address())).isPresent();
    assertThat(new Account(stolen, clock).token(address())).as("the thief comes second").isEmpty();
    clock.by = Duration.ofMinutes(2);
    assertThat(owner.token(address())).as("and the owner has to sign in again").isEmpty();
    assertThat(owner.name()).isEmpty();
  }

  @Test
  void signingOutEndsTheSessionAtTheProviderToo() {
    Moved clock = new Moved();
    Memory mine = new Memory();
    Account owner = new Account(mine, clock);
    assertThat(owner.signIn(address(), browser("ben"))).isInstanceOf(SignInResult.SignedIn.class);
    Memory copy = mine.stolen();
    owner.signOut();
    assertThat(owner.token(address())).isEmpty();
    clock.by = Duration.ofMinutes(1);
    assertThat(new Account(copy, clock).token(address())).isEmpty();
  }
}
