package dev.throughline.identity;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a desktop program asks a provider, and how it reads the answers.
 *
 * @param issuer the address of the provider
 */
record PlayedProgram(String issuer) {
  static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-long";
  private static final String BACK = "http://127.0.0.1:49152/";

  URI authorize(Map<String, String> changed) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    Map<String, String> fields = new java.util.TreeMap<>();
    fields.putAll(
        Map.of(
            "response_type", "code",
            "client_id", "throughline-desktop",
            "redirect_uri", BACK,
            "scope", "openid profile",
            "state", "s t&=?",
            "nonce", "n",
            "code_challenge_method", "S256",
            "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash)));
    fields.putAll(changed);
    fields.values().removeIf(String::isEmpty);
    return URI.create(issuer + "/oauth2/authorize?" + PlayedBrowser.form(fields));
  }

  static Map<String, String> query(URI address) {
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(PlayedBrowser.form(fields)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> exchange(String code, String verifier) throws Exception {
    return post(
        "/oauth2/token",
        Map.of(
            "grant_type", "authorization_code",
            "client_id", "throughline-desktop",
            "redirect_uri", BACK,
            "code", code,
            "code_verifier", verifier));
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }

  HttpResponse<String> refresh(String token) throws Exception {
    return post(
        "/oauth2/token",
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "throughline-desktop",
            "refresh_token", token));
  }
}
