package dev.throughline.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Does what a person does in a browser: follows redirects, fills the page in, presses the button.
 */
public final class PlayedBrowser {
  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Opens an address and signs in when asked; gives where the browser is sent at last. */
  public URI signIn(URI address, String username, String password)
      throws IOException, InterruptedException {
    Page page = follow(get(address), address);
    Matcher hidden = HIDDEN.matcher(page.body());
    if (!hidden.find()) {
      return page.uri();
    }
    String form =
        form(Map.of("username", username, "password", password, hidden.group(1), hidden.group(2)));
    HttpRequest post =
        HttpRequest.newBuilder(page.uri().resolve("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return follow(http.send(post, HttpResponse.BodyHandlers.ofString()), address).uri();
  }

  /** Signs in and follows the browser to the program that waits. */
  public int signInTo(URI address, String username, String password)
      throws IOException, InterruptedException {
    return get(signIn(address, username, password)).statusCode();
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Follows as long as it leads about the provider; what is the program's own is not opened. */
  private Page follow(HttpResponse<String> first, URI provider)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = first;
    while (answer.statusCode() / 100 == 3) {
      URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
      if (next.getPort() != provider.getPort()) {
        return new Page(next, "");
      }
      answer = get(next);
    }
    return new Page(answer.uri(), answer.body());
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** A page, or the address of a program that the browser was sent to. */
  private record Page(URI uri, String body) {}
}
