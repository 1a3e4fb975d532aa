package dev.throughline.server.people;

import io.github.bucket4j.TimeMeter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.client.RestTemplate;

/**
 * What each route asks of who calls it. Where people sign in, every route but those that help with
 * signing in and those that tell whether the server lives takes a bearer token (RFC 6750); which
 * provider gives it stands in the metadata of RFC 9728.
 */
@Configuration(proxyBeanMethods = false)
class Routes {
  static final String METADATA = "/.well-known/oauth-protected-resource";

  private static final String[] OPEN = {
    METADATA,
    "/actuator/health/**",
    "/actuator/prometheus",
    "/openapi.yaml",
    "/error",
    "/blobs/v1/tickets/**"
  };

  /** For new keys; the first ones do not count. */
  private static final LimitSettings.Rate PROVIDER_CALLS = new LimitSettings.Rate(12, 1);

  @Bean
  SecurityFilterChain chain(HttpSecurity http, IdentitySettings identity, Limits limits) {
    http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        // AnswerHeaders sets them, on answers too that never come here.
        .headers(AbstractHttpConfigurer::disable)
        .addFilterAfter(new RequestLimits(limits), AnonymousAuthenticationFilter.class)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    if (identity.issuer().isEmpty()) {
      return http.authorizeHttpRequests(routes -> routes.anyRequest().permitAll()).build();
    }
    Refusals refusals = new Refusals(limits);
    return http.authorizeHttpRequests(
            routes -> routes.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint(
                        (request, answer, _) -> Refusals.signIn(request, answer))
                    .accessDeniedHandler((request, answer, _) -> Refusals.signIn(request, answer)))
        .oauth2ResourceServer(server -> tokens(server, identity, refusals))
        .build();
  }

  private static void tokens(
      OAuth2ResourceServerConfigurer<HttpSecurity> server,
      IdentitySettings identity,
      Refusals refusals) {
    server
        .jwt(Customizer.withDefaults())
        .withObjectPostProcessor(refusals)
        .protectedResourceMetadata(
            metadata ->
                metadata.protectedResourceMetadataCustomizer(
                    it ->
                        it.authorizationServer(identity.issuer().orElseThrow())
                            .claim("throughline_client_id", identity.client())));
  }

  /** Asks the provider for its keys when the first token comes, so that neither waits to start. */
  @Bean
  JwtDecoder tokens(IdentitySettings identity) {
    RestTemplate provider =
        ProviderCalls.limitedBy(new Buckets(PROVIDER_CALLS, TimeMeter.SYSTEM_NANOTIME));
    return new ProviderTokens(
        () -> {
          String issuer = identity.issuer().orElseThrow();
          NimbusJwtDecoder decoder =
              NimbusJwtDecoder.withIssuerLocation(issuer).restOperations(provider).build();
          decoder.setJwtValidator(isForUs(issuer, identity.audience()));
          return decoder;
        },
        TimeMeter.SYSTEM_NANOTIME);
  }

  private static OAuth2TokenValidator<Jwt> isForUs(String issuer, String audience) {
    return new DelegatingOAuth2TokenValidator<>(
        JwtValidators.createDefaultWithIssuer(issuer),
        new JwtClaimValidator<java.util.Collection<String>>(
            JwtClaimNames.AUD, named -> named != null && named.contains(audience)),
        new JwtClaimValidator<String>(
            JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
  }
}
