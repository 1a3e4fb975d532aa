package dev.throughline.server.played;

import dev.throughline.model.signing.Json;
import dev.throughline.server.played.PlayedSystem.Misfit;
import dev.throughline.server.played.PlayedSystem.Said;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * The SentinelNet of an organisation, with a short policy for {@code handoff.register}: classes of
 * data have to be named, personal data take a signature of the privacy officer or the lawyers, and
 * what looks like an e-mail address is personal. Somebody may have it decide otherwise.
 */
public final class PlayedSentinel implements AutoCloseable {
  private static final Shape CHECK =
      new Shape(
          Map.of(
              "request_id", Json.Text.class,
              "action", Json.Text.class,
              "actor", Json.Text.class,
              "resource", Json.Members.class,
              "context", Json.Members.class,
              "simulate", Json.Truth.class),
          Set.of("canary"));
  private static final Set<String> CLASSES = Set.of("none", "pointers", "personal");
  private static final Set<String> PRIVACY = Set.of("PrivacyOfficer", "LegalReviewer");

  private final PlayedSystem system;
  private final InstantSource clock;
  private Optional<Json.Members> fixed = Optional.empty();

  public PlayedSentinel(SSLContext context, InstantSource clock) {
    this.clock = clock;
    this.system = new PlayedSystem(context, this::answer);
  }

  /** What it answers through. */
  public PlayedSystem system() {
    return system;
  }

  /** Adds or replaces members of every answer from now on. */
  public synchronized void say(Json.Members instead) {
    fixed = Optional.of(instead);
  }

  private synchronized Said answer(String request, Map<String, String> headers, Json.Members body) {
    if (!request.equals("POST /sentinelnet/check")) {
      throw new Misfit("no published address");
    }
    String id = Shape.text(CHECK.fitted(body), "request_id");
    if (!id.equals(headers.get("x-request-id"))) {
      throw new Misfit("X-Request-Id is another than request_id");
    }
    List<String> failed = new ArrayList<>();
    judge(body, failed);
    TreeMap<String, Json> said = new TreeMap<>();
    said.put("ok", new Json.Truth(true));
    said.put("decision", new Json.Text(failed.isEmpty() ? "allow" : "deny"));
    said.put("reason", new Json.Text(String.join("; ", failed)));
    said.put("rationale", new Json.Items(failed.stream().map(PlayedSentinel::reason).toList()));
    said.put("policy_id", new Json.Text("handoff-data"));
    said.put("policy_version", new Json.Text("1"));
    said.put("is_canary_sampled", new Json.Truth(false));
    said.put("ts", new Json.Text(clock.instant().toString()));
    fixed.ifPresent(instead -> said.putAll(instead.members()));
    return new Said(200, new Json.Members(said));
  }

  private static void judge(Json.Members body, List<String> failed) {
    if (!Shape.text(body, "action").equals("handoff.register")) {
      failed.add("unknown action");
      return;
    }
    List<String> classes = texts(body, "resource", "dataClasses");
    if (classes.isEmpty() || !CLASSES.containsAll(classes)) {
      failed.add("unknown classes of data");
    }
    boolean isPersonal = classes.contains("personal");
    if (isPersonal && texts(body, "context", "signedRoles").stream().noneMatch(PRIVACY::contains)) {
      failed.add("nobody signed for privacy");
    }
    if (!isPersonal && new String(body.canonical(), StandardCharsets.UTF_8).contains("@")) {
      failed.add("undeclared data");
    }
  }

  private static Json reason(String rule) {
    return PlayedSystem.object(
        Map.of(
            "rule", new Json.Text(rule),
            "result", new Json.Text("failed"),
            "explanation", new Json.Text("")));
  }

  private static List<String> texts(Json.Members body, String object, String name) {
    return Stream.ofNullable(body.members().get(object))
        .flatMap(its -> its instanceof Json.Members(var members) ? Stream.of(members) : null)
        .flatMap(members -> Stream.ofNullable(members.get(name)))
        .flatMap(its -> its instanceof Json.Items(var items) ? items.stream() : null)
        .flatMap(it -> it instanceof Json.Text(String text) ? Stream.of(text) : null)
        .toList();
  }

  @Override
  public void close() {
    system.close();
  }
}
