package dev.throughline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.throughline.engines.PostgresEngine;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The provider as a desktop program meets it: over HTTP, with a browser that a test plays. */
class IdentityProviderIT {
  @TempDir static Path folder;

  private static PostgresEngine postgres;
  private static IdentityProvider provider;

  /** Shown at the first start, and by no provider that was started later. */
  private static List<FirstPassword> first;

  private static FirstPassword researcher;
  private static PlayedProgram program;

  @BeforeAll
  static void start() {
    postgres =
        PostgresEngine.start(
            new PostgresEngine.Options(
                folder.resolve("postgres"), 0, Duration.ofSeconds(60), programs()));
    provider = IdentityProvider.start(options());
    first = provider.firstPasswords();
    researcher = named("researcher");
    program = new PlayedProgram(provider.issuer());
  }

  private static FirstPassword named(String username) {
    return first.stream().filter(one -> one.username().equals(username)).findFirst().orElseThrow();
  }

  private static Path programs() {
    return folder.resolve("programs");
  }

  private static IdentityProvider.Options options() {
    return new IdentityProvider.Options(
        folder.resolve("identity"),
        postgres.jdbcUrl(),
        postgres.owner().user(),
        postgres.owner().password());
  }

  @AfterAll
  static void stop() {
    provider.close();
    postgres.close();
  }

  private static Map<String, String> signIn() throws Exception {
    return signIn(researcher);
  }

  private static Map<String, String> signIn(FirstPassword who) throws Exception {
    return PlayedProgram.query(
        new PlayedBrowser().signIn(program.authorize(Map.of()), who.username(), who.password()));
  }

  private static JsonNode tokens() throws Exception {
    return tokens(researcher);
  }

  private static JsonNode tokens(FirstPassword who) throws Exception {
    HttpResponse<String> answer =
        program.exchange(signIn(who).getOrDefault("code", ""), PlayedProgram.VERIFIER);
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
    return PlayedProgram.json(answer);
  }

  private static JWTClaimsSet claims(String token) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    RSAKey key = (RSAKey) provider.publicKeys().getKeys().getFirst();
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
    return jwt.getJWTClaimsSet();
  }

  @Test
  void signingInLeadsBackWithStateAndIssuerAndTokensThatSayWhoItIs() throws Exception {
    Map<String, String> back = signIn();
    assertThat(back).containsEntry("state", "s t&=?").containsEntry("iss", provider.issuer());
    JsonNode answer =
        PlayedProgram.json(program.exchange(back.getOrDefault("code", ""), PlayedProgram.VERIFIER));
    JWTClaimsSet access = claims(answer.get("access_token").asString());
    assertThat(access.getAudience()).containsExactly("throughline-server");
    assertThat(access.getIssuer()).isEqualTo(provider.issuer());
    assertThat(access.getStringListClaim("groups")).containsExactly("Researcher");
    assertThat(access.getStringClaim("name")).isEqualTo("Demo researcher");
    assertThat(answer.get("expires_in").asInt()).isBetween(200, 300);
    JWTClaimsSet id = claims(answer.get("id_token").asString());
    assertThat(id.getAudience()).containsExactly("throughline-desktop");
    assertThat(id.getStringClaim("nonce")).isEqualTo("n");
    assertThat(id.getSubject()).isEqualTo(access.getSubject());
  }

  @Test
  void refreshTokenRotatesAndShownTwiceItEndsTheSession() throws Exception {
    String first = tokens().get("refresh_token").asString();
    HttpResponse<String> once = program.refresh(first);
    assertThat(once.statusCode()).as(once::body).isEqualTo(200);
    String second = PlayedProgram.json(once).get("refresh_token").asString();
    assertThat(second).isNotEqualTo(first);
    assertThat(
            claims(PlayedProgram.json(once).get("access_token").asString())
                .getStringListClaim("groups"))
        .containsExactly("Researcher");
    HttpResponse<String> again = program.refresh(first);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(PlayedProgram.json(again).get("error").asString()).isEqualTo("invalid_grant");
    assertThat(program.refresh(second).statusCode()).isEqualTo(400);
  }

  @Test
  void ofManyWhoShowOneTokenAtTheSameMomentOneGetsAnotherAndTheSessionEnds() throws Exception {
    String token = tokens().get("refresh_token").asString();
    List<HttpResponse<String>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<HttpResponse<String>>> asked =
          Collections.nCopies(4, token).stream()
              .map(one -> threads.submit(() -> program.refresh(one)))
              .toList();
      for (Future<HttpResponse<String>> one : asked) {
        answers.add(one.get());
      }
    }
    List<HttpResponse<String>> given =
        answers.stream().filter(answer -> answer.statusCode() == 200).toList();
    assertThat(given).hasSize(1);
    String next = PlayedProgram.json(given.getFirst()).get("refresh_token").asString();
    assertThat(program.refresh(next).statusCode()).isEqualTo(400);
  }

  @Test
  void whoeverWantsThePasswordAskedAgainHasItAsked() throws Exception {
    PlayedBrowser browser = new PlayedBrowser();
    browser.signIn(program.authorize(Map.of()), researcher.username(), researcher.password());
    URI again = browser.signIn(program.authorize(Map.of()), "", "");
    assertThat(PlayedProgram.query(again)).as("this browser is known").containsKey("code");
    for (Map<String, String> wish : List.of(Map.of("prompt", "login"), Map.of("max_age", "0"))) {
      assertThat(browser.signIn(program.authorize(wish), researcher.username(), "wrong").getPath())
          .isEqualTo("/sign-in");
      URI known =
          browser.signIn(program.authorize(wish), researcher.username(), researcher.password());
      assertThat(PlayedProgram.query(known)).containsKey("code").containsEntry("state", "s t&=?");
    }
  }

  @Test
  void underAnotherNameNobodyIsAskedForAPassword() throws Exception {
    URI issuer = URI.create(provider.issuer());
    try (Socket socket = new Socket(issuer.getHost(), issuer.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("password", "Location");
    }
  }

  @Test
  void whatCannotBeIsToldInASentence() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        program.authorize(Map.of("redirect_uri", "http://evil.example/")))
                    .header("Accept", "text/html")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("sign in again from").doesNotContain("Whitelabel");
  }

  @Test
  void namesAreTheSameInCapitals() throws Exception {
    URI back =
        new PlayedBrowser()
            .signIn(program.authorize(Map.of()), "RESEARCHER", researcher.password());
    assertThat(PlayedProgram.query(back)).containsKey("code");
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    String token = tokens().get("refresh_token").asString();
    HttpResponse<String> out =
        program.post("/oauth2/revoke", Map.of("client_id", "throughline-desktop", "token", token));
    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(program.refresh(token).statusCode()).isEqualTo(400);
  }

  @Test
  void codeNeedsItsVerifierAndCountsOnce() throws Exception {
    assertThat(
            program
                .exchange(signIn().getOrDefault("code", ""), PlayedProgram.VERIFIER + "x")
                .statusCode())
        .isEqualTo(400);
    String code = signIn().getOrDefault("code", "");
    String token =
        PlayedProgram.json(program.exchange(code, PlayedProgram.VERIFIER))
            .get("refresh_token")
            .asString();
    assertThat(program.exchange(code, PlayedProgram.VERIFIER).statusCode()).isEqualTo(400);
    assertThat(program.refresh(token).statusCode())
        .as("the code was stolen: all is over")
        .isEqualTo(400);
  }

  @Test
  void withoutProofKeyOrWithAnotherAddressNothingIsGiven() throws Exception {
    PlayedBrowser browser = new PlayedBrowser();
    for (Map<String, String> wrong :
        List.of(
            Map.of("code_challenge", "", "code_challenge_method", ""),
            Map.of("code_challenge_method", "plain"),
            Map.of("redirect_uri", "http://127.0.0.1:49152/other"),
            Map.of("redirect_uri", "http://example.org/"),
            Map.of("client_id", "somebody"))) {
      URI at =
          browser.signIn(program.authorize(wrong), researcher.username(), researcher.password());
      assertThat(String.valueOf(at.getRawQuery())).as(wrong::toString).doesNotContain("code=");
    }
  }

  @Test
  void wrongPasswordAndUnknownNameAreToldAlike() throws Exception {
    URI wrong = new PlayedBrowser().signIn(program.authorize(Map.of()), researcher.username(), "x");
    URI unknown = new PlayedBrowser().signIn(program.authorize(Map.of()), "nobody", "x");
    assertThat(wrong).hasPath("/sign-in").hasQuery("error");
    assertThat(unknown).isEqualTo(wrong);
  }

  @Test
  void tokensOfNobodyAreRefusedLikeSpentOnes() throws Exception {
    String spent = tokens().get("refresh_token").asString();
    assertThat(program.refresh(spent).statusCode()).isEqualTo(200);
    HttpResponse<String> again = program.refresh(spent);
    HttpResponse<String> unknown = program.refresh("x".repeat(spent.length()));
    HttpResponse<String> noCode = program.exchange("nobody-got-this", PlayedProgram.VERIFIER);
    for (HttpResponse<String> refused : List.of(unknown, noCode)) {
      assertThat(refused.statusCode()).isEqualTo(again.statusCode()).isEqualTo(400);
      assertThat(refused.body()).isEqualTo(again.body());
      assertThat(refused.headers().map().keySet()).isEqualTo(again.headers().map().keySet());
    }
  }

  @Test
  void answersSayThatTheyAreNotToBeKeptFramedOrToldOn() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    for (String path : List.of("/sign-in", "/oauth2/authorize", "/oauth2/token", "/nothing")) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(provider.issuer() + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("no-referrer");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'");
    }
  }

  @Test
  void nobodysNameOrPasswordIsInTheLog() throws Exception {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    lines.start();
    root.addAppender(lines);
    try {
      for (int i = 0; i <= Guesses.FREE; i++) {
        new PlayedBrowser().signIn(program.authorize(Map.of()), "zyxqw", "zyxqw" + i);
      }
      new PlayedBrowser()
          .signIn(program.authorize(Map.of("login_hint", "zyxqw")), "zyxqw", "zyxqw");
      new PlayedBrowser().signIn(program.authorize(Map.of("client_id", "zyxqw")), "zyxqw", "zyxqw");
      program.refresh("zyxqw");
      program.exchange("zyxqw", "zyxqw");
      // Only this is told: that a session ended because a token was shown twice.
      String spent = tokens().get("refresh_token").asString();
      program.refresh(spent);
      program.refresh(spent);
    } finally {
      root.detachAppender(lines);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .isNotEmpty()
        .noneMatch(
            line ->
                line.contains("zyxqw")
                    || line.contains(researcher.username())
                    || line.contains("Demo researcher"));
  }

  @Test
  void whoeverGuessesWaitsWhetherTheNameIsThereOrNot() throws Exception {
    FirstPassword known = named("auditor");
    for (String name : List.of(known.username(), "nobody-at-all")) {
      for (int i = 0; i < Guesses.FREE; i++) {
        assertThat(new PlayedBrowser().signIn(program.authorize(Map.of()), name, "x" + i))
            .hasQuery("error");
      }
      URI waits = new PlayedBrowser().signIn(program.authorize(Map.of()), name, "x");
      assertThat(waits).hasPath("/sign-in");
      assertThat(waits.getQuery()).as(name).matches("wait=(2[0-9]|30)");
    }
    assertThat(
            new PlayedBrowser()
                .signIn(program.authorize(Map.of()), "Auditor", known.password())
                .getQuery())
        .as("not even the right one, in other letters")
        .startsWith("wait=");
    assertThat(
            new PlayedBrowser()
                .signIn(program.authorize(Map.of()), researcher.username(), researcher.password())
                .getRawQuery())
        .contains("code=");
  }

  @Test
  void onePersonOfEachRoleAndDutyIsThereAndPasswordsAreShownOnce() throws Exception {
    assertThat(first)
        .extracting(one -> one.groups().getFirst())
        .containsExactlyElementsOf(People.GROUPS);
    String people = Files.readString(folder.resolve("identity/people.json"));
    for (FirstPassword one : first) {
      assertThat(one.password()).hasSize(23);
      assertThat(people).doesNotContain(one.password());
    }
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      for (String secret : List.of("people.json", "signing-key.json")) {
        assertThat(Files.getPosixFilePermissions(folder.resolve("identity").resolve(secret)))
            .hasSize(2);
      }
    }
  }

  @Test
  void sessionsPeopleAndKeysOutliveARestartButNotThoseOfSomebodyWhoIsGone() throws Exception {
    String token = tokens(researcher).get("refresh_token").asString();
    FirstPassword leaver = named("incident-lead");
    String leaversToken = tokens(leaver).get("refresh_token").asString();
    String issuer = provider.issuer();
    provider.close();
    Path people = folder.resolve("identity/people.json");
    Files.writeString(
        people, Files.readString(people).replace("\"incident-lead\"", "\"somebody-else\""));
    provider = IdentityProvider.start(options());
    program = new PlayedProgram(provider.issuer());
    assertThat(first).isNotEmpty();
    assertThat(provider.firstPasswords()).isEmpty();
    assertThat(provider.issuer()).isEqualTo(issuer);
    HttpResponse<String> answer = program.refresh(token);
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
    assertThat(claims(PlayedProgram.json(answer).get("access_token").asString()).getIssuer())
        .isEqualTo(issuer);
    HttpResponse<String> gone = program.refresh(leaversToken);
    assertThat(gone.statusCode()).as(gone::body).isEqualTo(400);
    assertThat(PlayedProgram.json(gone).get("error").asString()).isEqualTo("invalid_grant");
  }
}
