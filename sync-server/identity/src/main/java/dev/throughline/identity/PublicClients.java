package dev.throughline.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets a program that can keep no secret refresh and revoke. It proves itself by holding the token,
 * which is rotated at every use (RFC 9700, section 4.14.2); the library leaves this to us.
 */
final class PublicClients
    implements AuthenticationConverter,
        AuthenticationProvider,
        OAuth2TokenGenerator<OAuth2RefreshToken> {
  private static final String REVOKE_PATH = "/oauth2/revoke";
  private static final String IS_OURS = "throughline.without-proof-key";
  private static final int TOKEN_BYTES = 64;

  private final RegisteredClientRepository clients;
  private final SecureRandom random;

  PublicClients(RegisteredClientRepository clients, SecureRandom random) {
    this.clients = clients;
    this.random = random;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    String client = request.getParameter("client_id");
    boolean refreshes =
        AuthorizationGrantType.REFRESH_TOKEN.getValue().equals(request.getParameter("grant_type"));
    boolean isPublic =
        request.getHeader(HttpHeaders.AUTHORIZATION) == null
            && request.getParameter("client_secret") == null
            && request.getParameter("code_verifier") == null;
    return client != null && isPublic && (refreshes || request.getRequestURI().equals(REVOKE_PATH))
        ? new OAuth2ClientAuthenticationToken(
            client, ClientAuthenticationMethod.NONE, null, Map.of(IS_OURS, true))
        : null;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication authentication) {
    OAuth2ClientAuthenticationToken asked = (OAuth2ClientAuthenticationToken) authentication;
    if (!asked.getAdditionalParameters().containsKey(IS_OURS)) {
      return null;
    }
    RegisteredClient client = clients.findByClientId(asked.getPrincipal().toString());
    if (client == null
        || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
    if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
      return null;
    }
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    Instant now = Instant.now();
    return new OAuth2RefreshToken(
        Base64.getUrlEncoder().withoutPadding().encodeToString(token),
        now,
        now.plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive()));
  }
}
