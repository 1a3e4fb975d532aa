package dev.throughline.trials;

import dev.throughline.desktop.signin.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person does with Keycloak's own sign-in page. */
final class KeycloakBrowser {
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  /** Kept by hand: browsers send secure cookies within this computer, Java's own store does not. */
  private final Map<String, String> cookies = new TreeMap<>();

  /** A browser in which somebody signs in with that name and password. */
  static Browser of(String username, String password) {
    return page ->
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    new KeycloakBrowser().signIn(page, username, password);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  private void signIn(URI page, String username, String password)
      throws IOException, InterruptedException {
    HttpResponse<String> form = send(HttpRequest.newBuilder(page));
    Matcher action = FORM.matcher(form.body());
    if (!action.find()) {
      throw new IOException("no sign-in form, status " + form.statusCode());
    }
    String fields =
        Map.of("username", username, "password", password, "credentialId", "").entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    while (answer.statusCode() / 100 == 3) {
      URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
      answer = send(HttpRequest.newBuilder(next));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (!cookies.isEmpty()) {
      request.setHeader(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    return answer;
  }
}
