package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.signin.Account;
import dev.throughline.desktop.signin.Browser;
import dev.throughline.desktop.signin.SessionStore;
import dev.throughline.desktop.signin.SignInResult;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.identity.FirstPassword;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import dev.throughline.standalone.StandaloneServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Desktops sign in to a standalone server with its own provider, in a browser a test plays. */
class SignInIT {
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
            .collect(
                java.util.stream.Collectors.toMap(
                    FirstPassword::username, FirstPassword::password));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static URI address() {
    return URI.create(server.url() + "/");
  }

  /** A browser in which that person signs in. */
  private static Browser browser(String username) {
    return SignInBrowser.of(username, passwords.getOrDefault(username, ""));
  }

  private static Round sync(ClientWiring desk) throws Exception {
    try (HttpSyncTransport way = new HttpSyncTransport(address(), desk.account())) {
      return SyncRound.complete(desk.ledger(), way, desk.author(), desk.clock()).last();
    }
  }

  private static RecordId study(ClientWiring desk, String title) {
    RecordId id = desk.ledger().newRecord();
    assertThat(
            desk.ledger()
                .record(List.of(new Draft.Set(id, "study", Map.of("title", Value.text(title))))))
        .isInstanceOf(SaveResult.Saved.class);
    return id;
  }

  @Test
  void workDoneBeforeSigningInReachesTheTeamUnderTheNameOfTheAccount() throws Exception {
    try (ClientWiring first = Desks.open(profiles.resolve("first"));
        ClientWiring second = Desks.open(profiles.resolve("second"))) {
      first.settings().setDisplayName("Somebody Else");
      RecordId study = study(first, "Tariffs");
      assertThat(sync(first)).isInstanceOf(Round.Blocked.class);
      assertThat(((Round.Blocked) sync(first)).code()).isEqualTo("SRV-16");
      assertThat(first.account().signIn(address(), browser("researcher")))
          .isEqualTo(new SignInResult.SignedIn("Demo researcher"));
      assertThat(sync(first)).isInstanceOf(Round.Done.class);
      assertThat(second.account().signIn(address(), browser("product-manager")))
          .isEqualTo(new SignInResult.SignedIn("Demo product manager"));
      assertThat(sync(second)).isInstanceOf(Round.Done.class);
      assertThat(second.ledger().store().find(study)).isPresent();
      try (HttpSyncTransport way = new HttpSyncTransport(address(), second.account())) {
        assertThat(way.history(study, Long.MAX_VALUE, 10).toString())
            .contains("Demo researcher")
            .doesNotContain("Somebody Else");
      }
    }
  }

  @Test
  void aDeviceSignedOutFromElsewhereKeepsItsWorkAndGoesOnAsANewOne() throws Exception {
    try (ClientWiring lost = Desks.open(profiles.resolve("lost"));
        ClientWiring desk = Desks.open(profiles.resolve("desk"))) {
      lost.account().signIn(address(), browser("researcher"));
      desk.account().signIn(address(), browser("researcher"));
      assertThat(sync(lost)).isInstanceOf(Round.Done.class);
      assertThat(sync(desk)).isInstanceOf(Round.Done.class);
      RecordId study = study(lost, "Written on the way");
      var before = lost.ledger().store().device();
      try (HttpSyncTransport way = new HttpSyncTransport(address(), desk.account())) {
        assertThat(way.endDevice(before.orElseThrow())).isInstanceOf(Reply.Ok.class);
      }
      assertThat(((Round.Blocked) sync(lost)).code()).isEqualTo("SRV-24");
      assertThat(lost.account().name()).isEmpty();
      assertThat(lost.account().lastWord()).contains("Demo researcher signed this device out");
      assertThat(lost.ledger().store().find(study)).isPresent();
      assertThat(((Round.Blocked) sync(lost)).code()).isEqualTo("SRV-16");
      lost.account().signIn(address(), browser("researcher"));
      assertThat(sync(lost)).isInstanceOf(Round.Done.class);
      assertThat(lost.ledger().store().device()).isNotEqualTo(before);
      assertThat(sync(desk)).isInstanceOf(Round.Done.class);
      assertThat(desk.ledger().store().find(study)).isPresent();
    }
  }

  @Test
  void signedOutTheWorkStaysAndWaitsForTheSamePerson() throws Exception {
    Path profile = profiles.resolve("one");
    try (ClientWiring desk = Desks.open(profile)) {
      desk.account().signIn(address(), browser("researcher"));
      assertThat(sync(desk)).isInstanceOf(Round.Done.class);
      desk.account().signOut();
      assertThat(desk.account().name()).isEmpty();
      study(desk, "Later");
      assertThat(sync(desk)).isInstanceOf(Round.Blocked.class);
      assertThat(desk.ledger().store().toPush(10)).isNotEmpty();
      assertThat(desk.account().signIn(address(), browser("approver")))
          .isInstanceOfSatisfying(
              SignInResult.Failed.class, failed -> assertThat(failed.code()).isEqualTo("SIG-04"));
      assertThat(sync(desk)).isInstanceOf(Round.Blocked.class);
    }
    try (ClientWiring again = Desks.open(profile)) {
      assertThat(again.account().owner()).contains("Demo researcher");
      again.account().signIn(address(), browser("researcher"));
      assertThat(sync(again)).isInstanceOf(Round.Done.class);
      assertThat(again.ledger().store().toPush(10)).isEmpty();
    }
  }

  @Test
  void sessionOutlivesARestartAndLiesNowhereInPlain() throws Exception {
    Path profile = profiles.resolve("kept");
    String token;
    try (ClientWiring desk = Desks.open(profile)) {
      desk.account().signIn(address(), browser("researcher"));
      token = desk.account().token(address()).orElseThrow();
    }
    try (ClientWiring desk = Desks.open(profile)) {
      assertThat(desk.account().token(address())).contains(token);
      assertThat(desk.account().token(URI.create("http://127.0.0.1:1/"))).isEmpty();
      assertThat(sync(desk)).isInstanceOf(Round.Done.class);
    }
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(token.substring(0, 40), "Demo researcher");
      }
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
  void tokenThatIsAboutToEndIsRenewedAndAStolenOneEndsTheSessionForBoth() {
    Moved clock = new Moved();
    Memory mine = new Memory();
    Account owner = new Account(mine, clock);
    assertThat(owner.signIn(address(), browser("researcher")))
        .isInstanceOf(SignInResult.SignedIn.class);
    String first = owner.token(address()).orElseThrow();
    assertThat(owner.token(address())).contains(first);
    Memory stolen = new Memory();
    stolen.write(mine.read().orElseThrow());
    clock.by = Duration.ofMinutes(10);
    String second = owner.token(address()).orElseThrow();
    assertThat(second).isNotEqualTo(first);
    Account thief = new Account(stolen, clock);
    assertThat(thief.token(address())).as("the thief comes second").isEmpty();
    List<String> told = new ArrayList<>();
    owner.onChange(() -> told.add("over"));
    clock.by = Duration.ofMinutes(20);
    assertThat(owner.token(address())).as("and the owner has to sign in again").isEmpty();
    assertThat(owner.name()).isEmpty();
    assertThat(owner.owner()).contains("Demo researcher");
    assertThat(told).containsExactly("over");
  }

  @Test
  void answerOfAnotherSignInOrIssuerIsRefusedAndGivingUpChangesNothing() {
    Account account = new Account(new Memory(), InstantSource.system());
    for (String answer :
        List.of(
            "?code=x&state=y&iss=" + server.issuer().orElseThrow(),
            "?error=access_denied&state=y",
            "?nonsense")) {
      assertThat(account.signIn(address(), answering(answer, false)))
          .as(answer)
          .isInstanceOfSatisfying(
              SignInResult.Failed.class, failed -> assertThat(failed.code()).isEqualTo("SIG-02"));
    }
    for (String answer : List.of("?code=x&iss=http://127.0.0.1:1", "?code=x")) {
      assertThat(account.signIn(address(), answering(answer, true)))
          .as(answer)
          .isInstanceOf(SignInResult.Failed.class);
    }
    assertThat(account.signIn(address(), page -> account.cancel()))
        .isInstanceOf(SignInResult.GivenUp.class);
    assertThat(account.signIn(URI.create("http://example.org/"), page -> {}))
        .isInstanceOf(SignInResult.Failed.class);
    assertThat(account.name()).isEmpty();
  }

  /** Sends an answer of the test's own to the program that waits; with its state, where wanted. */
  private static Browser answering(String query, boolean withState) {
    return page -> {
      Map<String, String> asked =
          Stream.of(page.getRawQuery().split("&"))
              .map(pair -> pair.split("=", 2))
              .collect(java.util.stream.Collectors.toMap(pair -> pair[0], pair -> pair[1]));
      String back =
          java.net.URLDecoder.decode(
              asked.getOrDefault("redirect_uri", ""), StandardCharsets.UTF_8);
      String state = withState ? "&state=" + asked.get("state") : "";
      Thread.ofVirtual().start(() -> visit(URI.create(back + query + state)));
    };
  }

  private static void visit(URI page) {
    try {
      page.toURL().openStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
