package dev.throughline.server.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider that answers what a server asks one, and signs whatever a test wants. */
public final class FakeIssuer implements AutoCloseable {
  private final HttpServer http;
  private final int port;
  private final RSAKey key;
  private final RSAKey strangers;
  private final AtomicInteger asked = new AtomicInteger();

  public FakeIssuer() throws IOException, JOSEException {
    this(
        new RSAKeyGenerator(2048).keyID("ours").generate(),
        new RSAKeyGenerator(2048).keyID("ours").generate(),
        0);
  }

  private FakeIssuer(RSAKey key, RSAKey strangers, int port) throws IOException {
    this.key = key;
    this.strangers = strangers;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    this.port = http.getAddress().getPort();
    answer(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\",\"subject_types_supported\":[\"public\"]}"
            .formatted(url(), url()));
    answer("/keys", new JWKSet(key.toPublicJWK()).toString());
    http.start();
  }

  private void answer(String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    http.createContext(
        path,
        exchange -> {
          if (path.equals("/keys")) {
            asked.incrementAndGet();
          }
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The same one, after it was closed. */
  FakeIssuer again() throws IOException {
    return new FakeIssuer(key, strangers, port);
  }

  /** The claims of a token that is right in every way. */
  public JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(url())
        .subject("7f3c")
        .audience("throughline-server")
        .claim("name", "Researcher One")
        .claim("groups", List.of("Researcher"))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  public String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, key);
  }

  /** Signed by somebody else who says the key is this issuer's. */
  String forged(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, strangers);
  }

  /** Without a signature, {@code alg: none}. */
  static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  /** Signed with the public key as if it were a secret both sides share. */
  String signedWithPublicKey(JWTClaimsSet claims) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
    token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    return token.serialize();
  }

  /** Signed by somebody else with a key nobody knows. */
  static String signedWithUnknownKey(JWTClaimsSet claims, RSAKey unknown) throws JOSEException {
    return signed(claims, unknown);
  }

  /** How often it was asked for its keys. */
  int askedForKeys() {
    return asked.get();
  }

  private static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(by));
    return token.serialize();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
