package dev.throughline.desktop.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Everything that is said to a server about its provider, and to the provider. */
final class ProviderClient {
  private static final int WAIT_MILLIS = 10_000;
  private static final int NOT_FOUND = 404;

  /** How long an access token counts whose provider does not say. */
  private static final long LIFE_SECONDS = 300;

  private static final String METADATA = "/.well-known/oauth-protected-resource";
  private static final String DEFAULT_CLIENT = "throughline-desktop";

  private final InstantSource clock;

  ProviderClient(InstantSource clock) {
    this.clock = clock;
  }

  /** A provider did not do what it should. The reason is a code of its own, for the log. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(String reason) {
      super(reason);
    }

    Refusal(String reason, Throwable cause) {
      super(reason + ": " + cause.getMessage(), cause);
    }
  }

  /** Which provider counts for a server. */
  record Found(OIDCProviderMetadata metadata, String client) {
    Session.Program program() {
      return new Session.Program(
          metadata.getIssuer().getValue(),
          client,
          metadata.getTokenEndpointURI(),
          Optional.ofNullable(metadata.getRevocationEndpointURI()));
    }
  }

  /** Asks the server which provider counts (RFC 9728); empty where nobody signs in. */
  Optional<Found> find(URI server) throws IOException, Refusal {
    try {
      HTTPResponse answer =
          waiting(new HTTPRequest(HTTPRequest.Method.GET, server.resolve(METADATA))).send();
      if (answer.getStatusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      answer.ensureStatusCode(HTTPResponse.SC_OK);
      var document = answer.getBodyAsJSONObject();
      List<String> issuers = JSONObjectUtils.getStringList(document, "authorization_servers");
      String client = JSONObjectUtils.getString(document, "throughline_client_id", DEFAULT_CLIENT);
      if (issuers.isEmpty()) {
        return Optional.empty();
      }
      Issuer issuer = new Issuer(issuers.getFirst());
      Addresses.requireSafe(URI.create(issuer.getValue()));
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(issuer, WAIT_MILLIS, WAIT_MILLIS);
      Addresses.requireSafe(metadata.getAuthorizationEndpointURI());
      Addresses.requireSafe(metadata.getTokenEndpointURI());
      Addresses.requireSafe(metadata.getJWKSetURI());
      return Optional.of(new Found(metadata, client));
    } catch (GeneralException | IllegalArgumentException e) {
      throw new Refusal("discovery", e);
    }
  }

  /** Exchanges the code for a session; checks that the answer is about this very sign-in. */
  Session exchange(
      URI server, Found found, String code, URI redirect, CodeVerifier verifier, Nonce nonce)
      throws IOException, Refusal {
    OIDCTokenResponse tokens =
        ask(
            found.program(),
            new AuthorizationCodeGrant(new AuthorizationCode(code), redirect, verifier));
    Session.Person person = person(found, tokens, nonce);
    return kept(new Session(server, found.program(), person, "", "", 0), tokens);
  }

  private static Session.Person person(Found found, OIDCTokenResponse tokens, Nonce nonce)
      throws Refusal {
    JWT token = tokens.getOIDCTokens().getIDToken();
    if (token == null) {
      throw new Refusal("id token: none");
    }
    try {
      JWSAlgorithm algorithm = JWSAlgorithm.parse(token.getHeader().getAlgorithm().getName());
      if (!JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
        throw new Refusal("id token: not signed with a public key");
      }
      IDTokenClaimsSet claims =
          new IDTokenValidator(
                  found.metadata().getIssuer(),
                  new ClientID(found.client()),
                  algorithm,
                  found.metadata().getJWKSetURI().toURL())
              .validate(token, nonce);
      String name = claims.getStringClaim("name");
      String login = claims.getStringClaim("preferred_username");
      String subject = claims.getSubject().getValue();
      return new Session.Person(subject, name != null ? name : login != null ? login : subject);
    } catch (BadJOSEException | JOSEException | IOException e) {
      throw new Refusal("id token", e);
    }
  }

  /** The next pair of tokens; the old refresh token is spent from here on. */
  Session refresh(Session session) throws IOException, Refusal {
    if (session.refresh().isEmpty()) {
      throw new Refusal("refresh token: none");
    }
    return kept(
        session,
        ask(session.program(), new RefreshTokenGrant(new RefreshToken(session.refresh()))));
  }

  /** Ends the session at the provider, as far as it can be told. */
  void revoke(Session session) throws IOException {
    Optional<URI> end = session.program().revocation();
    if (end.isPresent() && !session.refresh().isEmpty()) {
      waiting(
              new TokenRevocationRequest(
                      end.get(),
                      new ClientID(session.program().client()),
                      new RefreshToken(session.refresh()))
                  .toHTTPRequest())
          .send();
    }
  }

  private static OIDCTokenResponse ask(Session.Program program, AuthorizationGrant grant)
      throws IOException, Refusal {
    try {
      TokenRequest request =
          new TokenRequest.Builder(program.token(), new ClientID(program.client()), grant).build();
      TokenResponse answer = OIDCTokenResponseParser.parse(waiting(request.toHTTPRequest()).send());
      if (!answer.indicatesSuccess()) {
        ErrorObject error = answer.toErrorResponse().getErrorObject();
        if (error.getHTTPStatusCode() >= HTTPResponse.SC_SERVER_ERROR) {
          throw new IOException("status " + error.getHTTPStatusCode());
        }
        throw new Refusal(String.valueOf(error.getCode()));
      }
      return (OIDCTokenResponse) answer.toSuccessResponse();
    } catch (ParseException e) {
      throw new IOException(e);
    }
  }

  private Session kept(Session session, OIDCTokenResponse tokens) {
    var pair = tokens.getOIDCTokens();
    RefreshToken refresh = pair.getRefreshToken();
    long life = pair.getAccessToken().getLifetime();
    return session.with(
        pair.getAccessToken().getValue(),
        refresh == null ? session.refresh() : refresh.getValue(),
        clock.millis() + 1_000 * (life > 0 ? life : LIFE_SECONDS));
  }

  private static HTTPRequest waiting(HTTPRequest request) {
    request.setConnectTimeout(WAIT_MILLIS);
    request.setReadTimeout(WAIT_MILLIS);
    request.setFollowRedirects(false);
    return request;
  }
}
