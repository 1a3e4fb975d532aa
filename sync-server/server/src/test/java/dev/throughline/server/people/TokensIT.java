package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.wire.Encoding;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A server where people sign in takes the provider's tokens that are meant for it, and no other.
 */
class TokensIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Whoever has a ticket needs no token: it says itself what may be done. */
  private static final String TICKETS = "/blobs/v1/tickets/";

  private static final List<String> OPEN =
      List.of("/actuator/health", "/actuator/prometheus", "/error", TICKETS);

  private static FakeIssuer issuer;
  private static SyncServer.Running server;

  @BeforeAll
  static void start() throws Exception {
    issuer = new FakeIssuer();
    server =
        TestServers.another(
            Map.of(
                "throughline.identity.issuer",
                issuer.url(),
                "throughline.limits.refused-tokens.burst",
                "1000"));
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> pull(String token) throws Exception {
    return send(request("/sync/v1/pull").header("Authorization", "Bearer " + token));
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("SRV-16")
        .contains("Sign in with your organisation's account")
        .doesNotContain("expired", "signature", "audience");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("resource_metadata=\"http://127.0.0.1:" + server.port() + Routes.METADATA + "\"");
  }

  @Test
  void rightTokenIsServed() throws Exception {
    assertThat(pull(issuer.signed(issuer.claims().build())).statusCode()).isEqualTo(200);
  }

  /** What is wrong, and a token that has it. */
  private static Map<String, String> wrongTokens() throws Exception {
    Date longAgo = Date.from(Instant.now().minusSeconds(3_600));
    Date later = Date.from(Instant.now().plusSeconds(3_600));
    JWTClaimsSet right = issuer.claims().build();
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("expired", issuer.signed(issuer.claims().expirationTime(longAgo).build()));
    wrong.put("not yet", issuer.signed(issuer.claims().notBeforeTime(later).build()));
    wrong.put("audience", issuer.signed(issuer.claims().audience("another-server").build()));
    wrong.put("no audience", issuer.signed(issuer.claims().audience(List.<String>of()).build()));
    wrong.put("issuer", issuer.signed(issuer.claims().issuer("http://127.0.0.1:1").build()));
    wrong.put("nobody", issuer.signed(issuer.claims().subject(null).build()));
    wrong.put("forged", issuer.forged(right));
    wrong.put("alg none", FakeIssuer.unsigned(right));
    wrong.put("public key as secret", issuer.signedWithPublicKey(right));
    wrong.put("changed", issuer.signed(right) + "x");
    wrong.put("no token", "not-a-token");
    wrong.put("nothing", "");
    wrong.put("two words", "not a-token");
    return wrong;
  }

  /** A route by method and path. */
  private record Route(String method, String path) {
    HttpRequest.Builder asked() {
      return request(path)
          .method(
              method,
              method.equals("POST")
                  ? HttpRequest.BodyPublishers.ofString("{}")
                  : HttpRequest.BodyPublishers.noBody());
    }
  }

  /** Every route the server has, as it knows them itself, so that none can be forgotten. */
  private static Set<Route> routes() {
    Set<Route> routes = new LinkedHashSet<>();
    for (var mapping : TestServers.beans(server, RequestMappingInfoHandlerMapping.class)) {
      for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
          String path = pattern.replace("/**", "/x").replaceAll("\\{[^}]*}", "x");
          for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
            routes.add(new Route(method.name(), path));
          }
        }
      }
    }
    return routes;
  }

  @Test
  void everyWrongTokenIsRefusedOnEveryRouteWithOneSentence() throws Exception {
    assertThat(routes())
        .contains(
            new Route("POST", "/sync/v1/hello"),
            new Route("GET", "/sync/v1/pull"),
            new Route("POST", "/sync/v1/rescue"),
            new Route("GET", "/actuator/prometheus"));
    Map<String, String> wrong = wrongTokens();
    for (Route route : routes()) {
      for (var one : wrong.entrySet()) {
        HttpResponse<String> answer =
            send(route.asked().header("Authorization", "Bearer " + one.getValue()));
        assertThat(answer.statusCode()).as(route + " " + one.getKey()).isEqualTo(401);
        assertRefused(answer);
      }
    }
  }

  @Test
  void whatIsNoTicketOpensNothing() throws Exception {
    for (String method : List.of("GET", "PUT")) {
      HttpResponse<String> answer = send(new Route(method, TICKETS + "x").asked());
      assertThat(answer.statusCode()).as(method).isEqualTo(403);
    }
  }

  @Test
  void everyRouteButTheOpenOnesNeedsOne() throws Exception {
    for (Route route : routes()) {
      HttpResponse<String> answer = send(route.asked());
      if (OPEN.stream().anyMatch(route.path()::startsWith)) {
        assertThat(answer.statusCode()).as(route.toString()).isNotEqualTo(401);
      } else {
        assertThat(answer.statusCode()).as(route.toString()).isEqualTo(401);
        assertRefused(answer);
      }
    }
    assertRefused(send(request("/no")));
    String token = issuer.signed(issuer.claims().build());
    assertRefused(send(request("/sync/v1/pull?access_token=" + token)));
  }

  @Test
  void strangersCannotMakeTheServerAskTheProviderForKeysAllTheTime() throws Exception {
    RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
    int before = issuer.askedForKeys();
    for (int i = 0; i < 150; i++) {
      JWTClaimsSet claims = issuer.claims().jwtID("token " + i).build();
      HttpResponse<String> answer = pull(FakeIssuer.signedWithUnknownKey(claims, unknown));
      assertThat(answer.statusCode()).isIn(401, 503);
      if (answer.statusCode() == 503) {
        assertThat(answer.body()).contains("SRV-25");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
    }
    assertThat(issuer.askedForKeys() - before).isLessThan(75);
    assertThat(pull(issuer.signed(issuer.claims().build())).statusCode())
        .as("the known key counts meanwhile")
        .isEqualTo(200);
  }

  @Test
  void streamOfHintsEndsWithItsTokenAndAsksForARole() throws Exception {
    Instant now = Instant.now();
    JWTClaimsSet over =
        issuer
            .claims()
            .issueTime(Date.from(now.minusSeconds(300)))
            .expirationTime(Date.from(now.minusSeconds(30)))
            .build();
    HttpResponse<String> ended =
        send(request("/sync/v1/events").header("Authorization", "Bearer " + issuer.signed(over)));
    assertThat(ended.statusCode()).as("within what clocks may differ").isEqualTo(200);
    JWTClaimsSet nobody = issuer.claims().claim("groups", List.of()).build();
    assertThat(
            send(request("/sync/v1/events")
                    .header("Authorization", "Bearer " + issuer.signed(nobody)))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatHelpsToSignInAndToWatchNeedsNone() throws Exception {
    HttpResponse<String> metadata = send(request(Routes.METADATA));
    assertThat(metadata.statusCode()).isEqualTo(200);
    assertThat(metadata.body())
        .contains("\"authorization_servers\":[\"" + issuer.url() + "\"]")
        .contains("\"throughline_client_id\":\"throughline-desktop\"");
    assertThat(send(request("/actuator/health")).statusCode()).isEqualTo(200);
  }

  @Test
  void authorIsWhoTheTokenNamesWhateverTheMessageSays() throws Exception {
    TestHttp http =
        new TestHttp(server.port(), Encoding.CBOR, issuer.signed(issuer.claims().build()));
    TestDevice device = new TestDevice(http, "Somebody Else");
    RecordId study = TestDevice.newRecord();
    device.send(device.put(study, "study", 0, "title", "Tariffs"));
    assertThat(device.pullAll(0))
        .filteredOn(change -> change.record().equals(study))
        .singleElement()
        .extracting(Change::author)
        .isEqualTo("Researcher One");
    assertThat(device.hello().notice()).isEmpty();
  }

  @Test
  void namesThatNobodyCouldReadAreMadeReadable() throws Exception {
    Map<String, String> names =
        Map.of(
            "\u0000\u0007",
            "7f3c",
            "  Ada \u0000 ",
            "Ada",
            "x".repeat(99) + "\uD83D\uDE00",
            "x".repeat(99));
    for (var name : names.entrySet()) {
      String token = issuer.signed(issuer.claims().claim("name", name.getKey()).build());
      TestDevice device = new TestDevice(new TestHttp(server.port(), Encoding.CBOR, token), "x");
      RecordId study = TestDevice.newRecord();
      device.send(device.put(study, "study", 0, "title", "Tariffs"));
      assertThat(device.pullAll(0))
          .filteredOn(change -> change.record().equals(study))
          .extracting(Change::author)
          .containsExactly(name.getValue());
    }
  }

  @Test
  void serverWithoutAProviderSaysThatNobodySignsIn() {
    TestHttp http = new TestHttp(TestServers.shared().port(), Encoding.JSON);
    assertThat(http.get(Routes.METADATA).status()).isEqualTo(404);
    assertThat(http.get("/sync/v1/pull").status()).isEqualTo(200);
  }
}
