package dev.throughline.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider that answers what no sound one would: nobody is signed in by it, nothing breaks. */
class ProviderAnswersTest {
  private final List<URI> opened = new ArrayList<>();
  private RSAKey key;
  private HttpServer http;
  private String authorize;
  private String nonce = "";
  private String tokens = "";
  private Function<String, String> idToken = asked -> "";
  private boolean isFull;
  private Duration ahead = Duration.ZERO;
  private Optional<byte[]> held = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("k").generate();
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    authorize = url() + "/authorize";
    answer(
        "/.well-known/oauth-protected-resource",
        () -> "{\"authorization_servers\":[\"" + url() + "\"]}");
    answer(
        "/.well-known/openid-configuration",
        () ->
            """
            {"issuer":"%1$s","authorization_endpoint":"%2$s","token_endpoint":"%1$s/token",
             "jwks_uri":"%1$s/keys","subject_types_supported":["public"]}
            """
                .formatted(url(), authorize));
    answer("/keys", () -> new JWKSet(key.toPublicJWK()).toString());
    answer("/token", () -> tokens.formatted(idToken.apply(nonce)));
    http.start();
  }

  @AfterEach
  void stop() {
    http.stop(0);
  }

  private void answer(String path, java.util.function.Supplier<String> body) {
    http.createContext(
        path,
        exchange -> {
          byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private Account account() {
    SessionStore store =
        new SessionStore() {
          @Override
          public Optional<byte[]> read() {
            return held;
          }

          @Override
          public boolean write(byte[] value) {
            if (!isFull) {
              held = Optional.of(value);
            }
            return !isFull;
          }
        };
    return new Account(store, () -> Instant.now().plus(ahead));
  }

  private SignInResult signIn(Account account) {
    return account.signIn(URI.create(url() + "/"), this::browse);
  }

  /** Comes back at once with a code and the state that was sent. */
  private void browse(URI page) {
    opened.add(page);
    Map<String, String> asked =
        Stream.of(page.getRawQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    nonce = asked.getOrDefault("nonce", "");
    String back = URLDecoder.decode(asked.getOrDefault("redirect_uri", ""), StandardCharsets.UTF_8);
    URI answer = URI.create(back + "?code=c&state=" + asked.get("state"));
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answer.toURL().openStream().close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private JWTClaimsSet claims(String asked) {
    return new JWTClaimsSet.Builder()
        .issuer(url())
        .subject("s")
        .audience("throughline-desktop")
        .claim("nonce", asked)
        .claim("name", "Ada")
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
        .build();
  }

  private String signed(JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void soundTokens() {
    tokens =
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,"
            + "\"refresh_token\":\"r\",\"id_token\":\"%s\"}";
    idToken = asked -> signed(claims(asked));
  }

  private static void assertFailed(SignInResult result, String code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            SignInResult.Failed.class, failed -> assertThat(failed.code()).isEqualTo(code));
  }

  @Test
  void soundAnswerSignsIn() {
    soundTokens();
    assertThat(signIn(account())).isEqualTo(new SignInResult.SignedIn("Ada"));
  }

  @Test
  void browserIsSentToNoOtherKindOfAddress() {
    soundTokens();
    for (String address : List.of("file:///etc/passwd", "http://example.org/a", "javascript:1")) {
      authorize = address;
      assertFailed(signIn(account()), "SIG-02");
    }
    assertThat(opened).isEmpty();
  }

  @Test
  void identityThatIsNotProvenIsNone() {
    soundTokens();
    List<Function<String, String>> wrong =
        List.of(
            asked -> new PlainJWT(claims(asked)).serialize(),
            asked -> signed(claims("another sign-in's")),
            asked -> signed(new JWTClaimsSet.Builder(claims(asked)).audience("other").build()),
            asked -> signed(new JWTClaimsSet.Builder(claims(asked)).issuer("other").build()),
            asked ->
                signed(
                    new JWTClaimsSet.Builder(claims(asked))
                        .expirationTime(Date.from(Instant.EPOCH))
                        .build()),
            asked -> signed(claims(asked)) + "x");
    for (Function<String, String> one : wrong) {
      idToken = one;
      assertFailed(signIn(account()), "SIG-02");
    }
    tokens = "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}";
    assertThat(signIn(account())).isInstanceOf(SignInResult.Failed.class);
    assertThat(held).isEmpty();
  }

  @Test
  void sessionThatCannotBeKeptIsNone() {
    soundTokens();
    isFull = true;
    Account account = account();
    assertFailed(signIn(account), "SIG-05");
    assertThat(account.name()).isEmpty();
  }

  @Test
  void withoutARefreshTokenTheSessionEndsWithItsAccessToken() {
    soundTokens();
    tokens = "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}";
    Account account = account();
    assertThat(signIn(account)).isInstanceOf(SignInResult.SignedIn.class);
    assertThat(account.token(URI.create(url() + "/"))).contains("a");
    ahead = Duration.ofMinutes(10);
    assertThat(account.token(URI.create(url() + "/"))).isEmpty();
    assertThat(account.name()).isEmpty();
    account.signOut();
  }

  @Test
  void providerThatIsAwayKeepsTheSession() {
    soundTokens();
    Account account = account();
    signIn(account);
    http.stop(0);
    ahead = Duration.ofMinutes(10);
    assertThat(account.token(URI.create(url() + "/"))).contains("a");
    assertThat(account.name()).contains("Ada");
  }
}
