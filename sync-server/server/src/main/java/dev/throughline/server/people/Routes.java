package dev.throughline.server.people;

import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What each route asks of who calls it. Where people sign in, every route but those that help with
 * signing in and those that tell whether the server lives takes a bearer token (RFC 6750); which
 * provider gives it stands in the metadata of RFC 9728.
 */
@Configuration(proxyBeanMethods = false)
class Routes {
  static final String METADATA = "/.well-known/oauth-protected-resource";

  private static final String[] OPEN = {
    METADATA, "/actuator/health/**", "/actuator/prometheus", "/openapi.yaml", "/error"
  };

  @Bean
  SecurityFilterChain chain(HttpSecurity http, IdentitySettings identity) {
    http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    if (identity.issuer().isEmpty()) {
      return http.authorizeHttpRequests(routes -> routes.anyRequest().permitAll()).build();
    }
    String issuer = identity.issuer().get();
    return http.authorizeHttpRequests(
            routes -> routes.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint((request, answer, _) -> signIn(request, answer))
                    .accessDeniedHandler((request, answer, _) -> signIn(request, answer)))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint((request, answer, _) -> signIn(request, answer))
                    .jwt(Customizer.withDefaults())
                    .protectedResourceMetadata(
                        metadata ->
                            metadata.protectedResourceMetadataCustomizer(
                                it ->
                                    it.authorizationServer(issuer)
                                        .claim("throughline_client_id", identity.client()))))
        .build();
  }

  /** Asks the provider for its keys when the first token comes, so that neither waits to start. */
  @Bean
  JwtDecoder tokens(IdentitySettings identity) {
    return new SupplierJwtDecoder(
        () -> {
          String issuer = identity.issuer().orElseThrow();
          NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
          decoder.setJwtValidator(isForUs(issuer, identity.audience()));
          return decoder;
        });
  }

  private static OAuth2TokenValidator<Jwt> isForUs(String issuer, String audience) {
    return new DelegatingOAuth2TokenValidator<>(
        JwtValidators.createDefaultWithIssuer(issuer),
        new JwtClaimValidator<java.util.Collection<String>>(
            JwtClaimNames.AUD, named -> named != null && named.contains(audience)),
        new JwtClaimValidator<String>(
            JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
  }

  /** Says nothing about why a token was refused: only its owner needs a new one. */
  private static void signIn(HttpServletRequest request, HttpServletResponse answer)
      throws IOException {
    String metadata =
        UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
            .replacePath(METADATA)
            .toUriString();
    boolean hasToken = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    answer.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        "Bearer resource_metadata=\""
            + metadata
            + "\""
            + (hasToken ? ", error=\"invalid_token\"" : ""));
    ProblemAnswer.write(
        answer,
        Problem.SIGN_IN,
        "Sign in with your organisation's account, in Settings under Account. What you did is saved"
            + " on your computer and is sent then.");
  }
}
