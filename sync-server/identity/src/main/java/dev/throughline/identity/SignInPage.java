package dev.throughline.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The one page people see: a name, a password, a button. */
@RestController
final class SignInPage {
  static final String PATH = "/sign-in";

  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,3}");

  private static final String WRONG =
      "<p class=\"wrong\" role=\"alert\">That name or password is not right.</p>";

  private static final String WAIT =
      "<p class=\"wrong\" role=\"alert\">Too many wrong passwords for this name. Wait %s and try"
          + " again.</p>";

  private final String template;

  SignInPage() throws IOException {
    try (InputStream in = SignInPage.class.getResourceAsStream("sign-in.html")) {
      template = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(HttpServletRequest request, CsrfToken csrf) {
    return template
        .replace("{{message}}", message(request))
        .replace("{{csrf-name}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
        .replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()));
  }

  /** Where somebody is sent who was not let in; the same for every name there could be. */
  static String afterFailure(AuthenticationException why) {
    return why instanceof Passwords.MustWait wait
        ? PATH + "?wait=" + Math.max(1, wait.left.toSeconds())
        : PATH + "?error";
  }

  private static String message(HttpServletRequest request) {
    String wait = request.getParameter("wait");
    if (wait != null && SECONDS.matcher(wait).matches()) {
      return WAIT.formatted(words(Integer.parseInt(wait)));
    }
    return request.getParameter("error") == null ? "" : WRONG;
  }

  private static String words(int seconds) {
    int minutes = (seconds + 59) / 60;
    return seconds <= 60 ? seconds + " seconds" : minutes + " minutes";
  }
}
