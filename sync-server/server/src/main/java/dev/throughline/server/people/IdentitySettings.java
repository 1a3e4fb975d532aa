package dev.throughline.server.people;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who says who people are.
 *
 * @param issuer the OpenID Connect issuer whose tokens are accepted; empty on a server for this
 *     computer alone, where nobody signs in
 * @param audience what tokens meant for this server name in {@code aud}
 * @param client the client id desktops sign in with
 * @param roles the file that says which groups have which roles; empty where groups are called like
 *     roles
 */
@ConfigurationProperties("throughline.identity")
record IdentitySettings(
    Optional<String> issuer,
    @DefaultValue("throughline-server") String audience,
    @DefaultValue("throughline-desktop") String client,
    Optional<String> roles) {
  IdentitySettings {
    issuer = issuer.filter(address -> !address.isBlank());
    roles = roles.filter(file -> !file.isBlank());
  }
}
