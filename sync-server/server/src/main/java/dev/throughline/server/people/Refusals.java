package dev.throughline.server.people;

import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers whoever has no token that counts. */
final class Refusals implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {
  private final Limits limits;

  Refusals(Limits limits) {
    this.limits = limits;
  }

  @Override
  public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
    filter.setAuthenticationFailureHandler(this::refuse);
    // What is no token at all does not come as far as that.
    filter.setAuthenticationEntryPoint(this::refuse);
    return filter;
  }

  /**
   * A right token is let through however many wrong ones came from its address, so that nobody can
   * keep out the people beside them; the wrong ones are told less and less often that they are.
   */
  private void refuse(
      HttpServletRequest request, HttpServletResponse answer, AuthenticationException why)
      throws IOException {
    if (why instanceof AuthenticationServiceException) {
      ProblemAnswer.write(
          answer,
          Problem.PROVIDER_AWAY,
          "Nothing is lost; send the same request again in a moment.");
    } else if (limits.mayBeWrong(request, answer)) {
      signIn(request, answer);
    }
  }

  /** Says nothing about why a token was refused: only its owner needs a new one. */
  static void signIn(HttpServletRequest request, HttpServletResponse answer) throws IOException {
    String metadata =
        UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
            .replacePath(Routes.METADATA)
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
