package dev.throughline.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The one page people see: a name, a password, a button. */
@RestController
final class SignInPage {
  static final String PATH = "/sign-in";

  private static final String WRONG =
      "<p class=\"wrong\" role=\"alert\">That name or password is not right.</p>";

  private final String template;

  SignInPage() throws IOException {
    try (InputStream in = SignInPage.class.getResourceAsStream("sign-in.html")) {
      template = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(HttpServletRequest request, CsrfToken csrf) {
    return template
        .replace("{{message}}", request.getParameter("error") == null ? "" : WRONG)
        .replace("{{csrf-name}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
        .replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()));
  }
}
