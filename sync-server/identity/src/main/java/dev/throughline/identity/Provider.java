package dev.throughline.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;

/** Spring Security's authorization server, set up for one desktop program and our people. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SignInPage.class, ErrorPage.class})
class Provider {
  static final String CLIENT = "throughline-desktop";
  static final String AUDIENCE = "throughline-server";

  /** Any port may be put into it (RFC 8252, section 7.3). */
  private static final String LOOPBACK = "http://127.0.0.1/";

  @Bean
  @Order(1)
  SecurityFilterChain protocol(
      HttpSecurity http,
      RegisteredClientRepository clients,
      OAuth2TokenGenerator<?> tokens,
      ProviderSettings settings) {
    PublicClients programs = programs(clients);
    return http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server
                  .oidc(
                      oidc ->
                          oidc.providerConfigurationEndpoint(
                              endpoint ->
                                  endpoint.providerConfigurationCustomizer(
                                      metadata ->
                                          metadata
                                              .tokenEndpointAuthenticationMethod(
                                                  ClientAuthenticationMethod.NONE.getValue())
                                              .claim(
                                                  "authorization_response_iss_parameter_supported",
                                                  true))))
                  .tokenGenerator(tokens)
                  .clientAuthentication(
                      client ->
                          client.authenticationConverter(programs).authenticationProvider(programs))
                  .authorizationEndpoint(
                      endpoint ->
                          endpoint.authorizationResponseHandler(
                              (request, answer, granted) ->
                                  backToProgram(answer, granted, settings.issuer())));
            })
        .addFilterBefore(new AskAgain(), SecurityContextHolderFilter.class)
        .addFilterBefore(new OneAtATime(), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
        .headers(
            headers ->
                headers
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .contentSecurityPolicy(
                        policy ->
                            policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
        .exceptionHandling(
            failures ->
                failures.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint(SignInPage.PATH),
                    new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain page(HttpSecurity http) {
    return http.authorizeHttpRequests(
            routes ->
                routes
                    .requestMatchers(SignInPage.PATH, "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage(SignInPage.PATH)
                    .failureHandler(
                        (_, answer, why) -> answer.sendRedirect(SignInPage.afterFailure(why))))
        .headers(
            headers ->
                headers
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .contentSecurityPolicy(
                        policy ->
                            policy.policyDirectives(
                                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"
                                    + " http://127.0.0.1:*; frame-ancestors 'none'")))
        .logout(Customizer.withDefaults())
        .build();
  }

  /** Of no chain, because it comes before all of them. */
  @Bean
  OwnAddress ownAddress(ProviderSettings settings) {
    return new OwnAddress(settings.issuer());
  }

  /** The answer to the program, which also says who gave it (RFC 9207). */
  private static void backToProgram(
      HttpServletResponse answer, Authentication granted, String issuer) throws IOException {
    var code = (OAuth2AuthorizationCodeRequestAuthenticationToken) granted;
    UriComponentsBuilder back =
        UriComponentsBuilder.fromUriString(Objects.requireNonNull(code.getRedirectUri()))
            .queryParam(
                OAuth2ParameterNames.CODE,
                Objects.requireNonNull(code.getAuthorizationCode()).getTokenValue())
            .queryParam("iss", "{iss}");
    String state = code.getState();
    if (state != null) {
      back.queryParam(OAuth2ParameterNames.STATE, "{state}");
    }
    answer.sendRedirect(
        back.encode()
            .buildAndExpand(java.util.Map.of("iss", issuer, "state", state == null ? "" : state))
            .toUriString());
  }

  @Bean
  RegisteredClientRepository clients(ProviderSettings settings) {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId(CLIENT)
            .clientId(CLIENT)
            .clientName("Throughline desktop")
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .redirectUri(LOOPBACK)
            .scope(OidcScopes.OPENID)
            .scope(OidcScopes.PROFILE)
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .tokenSettings(
                TokenSettings.builder()
                    .accessTokenTimeToLive(settings.accessLife())
                    .refreshTokenTimeToLive(settings.refreshLife())
                    .reuseRefreshTokens(false)
                    .build())
            .build());
  }

  /** No bean: the library would ask it about people's passwords too. */
  private static PublicClients programs(RegisteredClientRepository clients) {
    return new PublicClients(clients, new SecureRandom());
  }

  @Bean
  OAuth2AuthorizationService sessions(
      JdbcTemplate jdbc, JdbcClient sql, RegisteredClientRepository clients) {
    return new Sessions(new JdbcOAuth2AuthorizationService(jdbc, clients), sql);
  }

  @Bean
  JWKSource<SecurityContext> keys(ProviderSettings settings) {
    return new ImmutableJWKSet<>(settings.keys());
  }

  @Bean
  OAuth2TokenGenerator<?> tokens(
      JWKSource<SecurityContext> keys,
      RegisteredClientRepository clients,
      ProviderSettings settings) {
    JwtEncoder encoder = new NimbusJwtEncoder(keys);
    JwtGenerator jwt = new JwtGenerator(encoder);
    jwt.setJwtCustomizer(context -> describe(context, settings.people()));
    return new DelegatingOAuth2TokenGenerator(jwt, programs(clients));
  }

  /**
   * Says who the person is as of now: a group taken away is gone with the next token. Sessions are
   * kept with these claims, and of lists only the usual ones can be read back.
   */
  private static void describe(JwtEncodingContext context, People people) {
    Authentication who = Objects.requireNonNull(context.getPrincipal());
    Person person =
        people
            .named(who.getName())
            .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
    context
        .getClaims()
        .subject(person.id())
        .claim("name", person.name())
        .claim("preferred_username", person.username())
        .claim("groups", new ArrayList<>(person.groups()));
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      context.getClaims().audience(new ArrayList<>(List.of(AUDIENCE)));
      OAuth2Authorization session = context.getAuthorization();
      if (session != null) {
        context.getClaims().claim("sid", session.getId());
      }
    }
  }

  /** The only one who looks at passwords: another would let people guess beside it. */
  @Bean
  AuthenticationProvider passwords(ProviderSettings settings) {
    return new Passwords(
        settings.people(),
        new Guesses(InstantSource.system()),
        PasswordEncoderFactories.createDelegatingPasswordEncoder());
  }

  @Bean
  AuthorizationServerSettings addresses(ProviderSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
  }
}
