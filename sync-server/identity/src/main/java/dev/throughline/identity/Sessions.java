package dev.throughline.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers refresh tokens that were exchanged for newer ones. Whoever shows one again is a thief,
 * or the owner after a thief: the session ends for both (RFC 9700, section 4.14).
 */
final class Sessions implements OAuth2AuthorizationService {
  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  private final OAuth2AuthorizationService kept;
  private final JdbcClient sql;

  Sessions(OAuth2AuthorizationService kept, JdbcClient sql) {
    this.kept = kept;
    this.sql = sql;
  }

  @Override
  public void save(OAuth2Authorization session) {
    OAuth2Authorization before = kept.findById(session.getId());
    String old = before == null ? "" : refreshToken(before);
    if (!old.isEmpty() && !old.equals(refreshToken(session))) {
      sql.sql("insert into spent_token (hash, session) values (?, ?) on conflict do nothing")
          .param(hash(old))
          .param(session.getId())
          .update();
    }
    kept.save(session);
  }

  @Override
  public void remove(OAuth2Authorization session) {
    kept.remove(session);
    sql.sql("delete from spent_token where session = ?").param(session.getId()).update();
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return kept.findById(id);
  }

  // For the library null means any type of token, though the class we hand it on to says less.
  @SuppressWarnings("NullAway")
  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    OAuth2Authorization session = kept.findByToken(token, tokenType);
    if (session == null && OAuth2TokenType.REFRESH_TOKEN.equals(tokenType)) {
      endIfSpent(token);
    }
    return session;
  }

  private void endIfSpent(String token) {
    sql.sql("select session from spent_token where hash = ?")
        .param(hash(token))
        .query(String.class)
        .optional()
        .map(kept::findById)
        .ifPresent(
            session -> {
              log.warn("A refresh token was shown twice; the session {} is over.", session.getId());
              remove(session);
            });
  }

  private static String refreshToken(OAuth2Authorization session) {
    OAuth2Authorization.Token<OAuth2RefreshToken> token = session.getRefreshToken();
    return token == null ? "" : token.getToken().getTokenValue();
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
