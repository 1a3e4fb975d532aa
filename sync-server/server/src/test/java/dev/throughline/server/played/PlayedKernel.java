package dev.throughline.server.played;

import dev.throughline.model.signing.Json;
import dev.throughline.server.played.PlayedSystem.Misfit;
import dev.throughline.server.played.PlayedSystem.Said;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * The Kernel of an organisation: signing and the upgrade flow, in memory. A key that comes with
 * other content is answered with 422, an id with other content and a second vote with 409.
 */
public final class PlayedKernel implements AutoCloseable {
  private static final Duration APPROVAL_AGE_MAX = Duration.ofDays(14);
  private static final Pattern UPGRADE = Pattern.compile("POST /kernel/upgrade/([^/]+)/(\\w+)");
  private static final Shape SIGN = Shape.of(Map.of("manifest", Json.Members.class));
  private static final Shape CREATE =
      Shape.of(Map.of("manifest", Json.Members.class, "submittedBy", Json.Text.class));
  private static final Shape MANIFEST =
      Shape.of(
          Map.of(
              "upgradeId", Json.Text.class,
              "type", Json.Text.class,
              "target", Json.Text.class,
              "rationale", Json.Text.class,
              "impact", Json.class,
              "preconditions", Json.Items.class,
              "timestamp", Json.Text.class,
              "proposedBy", Json.Text.class));
  private static final Shape APPROVE =
      Shape.of(
          Map.of(
              "approverId", Json.Text.class,
              "signature", Json.Text.class,
              "notes", Json.Text.class));
  private static final Shape APPLY = Shape.of(Map.of("appliedBy", Json.Text.class));
  private static final Set<String> TYPES = Set.of("code", "manifest", "policy", "rollback");

  private static final class Upgrade {
    private final Json.Members content;
    private final Map<String, Instant> votes = new LinkedHashMap<>();
    private boolean isReached;
    private boolean isApplied;

    Upgrade(Json.Members content) {
      this.content = content;
    }
  }

  private record Call(String request, Json.Members body) {}

  private record Event(String about, String name) {}

  private final PlayedSystem system;
  private final int approvals;
  private final InstantSource clock;
  private final KeyPair key;
  private final Map<String, Call> calls = new HashMap<>();
  private final Map<String, Said> answers = new HashMap<>();
  private final Map<String, Upgrade> upgrades = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<String> signed = new ArrayList<>();

  /**
   * Begins to answer.
   *
   * @param approvals an upgrade takes
   * @param clock by which approvals grow old
   */
  public PlayedKernel(SSLContext context, int approvals, InstantSource clock) {
    this.approvals = approvals;
    this.clock = clock;
    try {
      key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    system = new PlayedSystem(context, this::answer);
  }

  /** What it answers through. */
  public PlayedSystem system() {
    return system;
  }

  /** The names of the events about one upgrade, in order. */
  public synchronized List<String> events(String upgradeId) {
    return events.stream().filter(it -> it.about().equals(upgradeId)).map(Event::name).toList();
  }

  /** How many upgrades were applied. */
  public synchronized long applied() {
    return events.stream().filter(it -> it.name().equals("upgrade.applied")).count();
  }

  /** How often a manifest was signed. */
  public synchronized long signatures(String manifestId) {
    return signed.stream().filter(manifestId::equals).count();
  }

  private synchronized Said answer(String request, Map<String, String> headers, Json.Members body) {
    need(headers.containsKey("x-request-id"), "X-Request-Id is missing");
    if (request.equals("GET /kernel/ready")) {
      Json now = new Json.Text(clock.instant().toString());
      return new Said(
          200, PlayedSystem.object(Map.of("status", new Json.Text("ready"), "ts", now)));
    }
    String once = headers.getOrDefault("idempotency-key", "");
    need(!once.isBlank(), "Idempotency-Key is missing");
    need("application/json".equals(headers.get("content-type")), "another content type");
    Call call = new Call(request, body);
    if (answers.containsKey(once)) {
      return call.equals(calls.get(once))
          ? Stream.of(once).map(answers::get).findFirst().orElseThrow()
          : refused(422, "idempotency_key_reused");
    }
    Said said = done(request, body);
    if (said.status() == 200) {
      calls.put(once, call);
      answers.put(once, said);
    }
    return said;
  }

  private Said done(String request, Json.Members body) {
    if (request.equals("POST /kernel/sign")) {
      return sign(SIGN.fitted(body));
    }
    if (request.equals("POST /kernel/upgrade")) {
      return create(CREATE.fitted(body));
    }
    Matcher upgrade = UPGRADE.matcher(request);
    need(upgrade.matches(), "no published address");
    return switch (upgrade.group(2)) {
      case "approve" -> found(upgrade.group(1), its -> approve(upgrade.group(1), its, body));
      case "apply" -> found(upgrade.group(1), its -> apply(upgrade.group(1), its, body));
      default -> throw new Misfit("no published address");
    };
  }

  private interface Change {
    Said of(Upgrade upgrade);
  }

  private Said found(String id, Change change) {
    Upgrade upgrade = upgrades.get(id);
    return upgrade == null ? refused(404, "not_found") : change.of(upgrade);
  }

  private Said sign(Json.Members body) {
    Json manifest = member(body, "manifest");
    String id = manifest instanceof Json.Members its ? Shape.text(its, "id") : "";
    need(!id.isEmpty(), "the manifest has no id");
    signed.add(id);
    Json record =
        PlayedSystem.object(
            Map.of(
                "manifest_id", new Json.Text(id),
                "signer_id", new Json.Text("kernel-1"),
                "algorithm", new Json.Text("Ed25519"),
                "key_version", new Json.Text("7"),
                "signature", new Json.Text(signature(manifest.canonical())),
                "ts", new Json.Text(clock.instant().toString())));
    return new Said(200, PlayedSystem.object(Map.of("signature_record", record)));
  }

  private String signature(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key.getPrivate());
      signer.update(message);
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Said create(Json.Members body) {
    Json.Members manifest = MANIFEST.fitted(member(body, "manifest"));
    need(TYPES.contains(Shape.text(manifest, "type")), "another type of upgrade");
    need(isInstant(Shape.text(manifest, "timestamp")), "timestamp is none");
    String id = Shape.text(manifest, "upgradeId");
    Upgrade before = upgrades.get(id);
    if (before != null) {
      return before.content.equals(body) ? fine(id) : refused(409, "upgrade_exists");
    }
    upgrades.put(id, new Upgrade(body));
    events.add(new Event(id, "upgrade.created"));
    return fine(id);
  }

  private Said approve(String id, Upgrade upgrade, Json.Members body) {
    String approver = Shape.text(APPROVE.fitted(body), "approverId");
    if (upgrade.votes.containsKey(approver)) {
      return refused(409, "already_voted");
    }
    if (upgrade.isApplied) {
      return refused(400, "already_applied");
    }
    upgrade.votes.put(approver, clock.instant());
    events.add(new Event(id, "approval.submitted"));
    if (!upgrade.isReached && counting(upgrade) >= approvals) {
      upgrade.isReached = true;
      events.add(new Event(id, "upgrade.quorum_reached"));
    }
    return fine(id);
  }

  private Said apply(String id, Upgrade upgrade, Json.Members body) {
    APPLY.fitted(body);
    if (upgrade.isApplied) {
      return refused(400, "already_applied");
    }
    if (counting(upgrade) < approvals) {
      return refused(400, "insufficient_quorum");
    }
    upgrade.isApplied = true;
    events.add(new Event(id, "upgrade.applied"));
    return fine(id);
  }

  private long counting(Upgrade upgrade) {
    Instant since = clock.instant().minus(APPROVAL_AGE_MAX);
    return upgrade.votes.values().stream().filter(at -> !at.isBefore(since)).count();
  }

  private static boolean isInstant(String text) {
    try {
      return !Instant.parse(text).equals(Instant.MIN);
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static Json member(Json.Members body, String name) {
    Supplier<Misfit> missing = () -> new Misfit(name + " is missing");
    return Stream.ofNullable(body.members().get(name)).findFirst().orElseThrow(missing);
  }

  private static Said fine(String id) {
    return new Said(200, PlayedSystem.object(Map.of("upgradeId", new Json.Text(id))));
  }

  private static Said refused(int status, String code) {
    Json details = new Json.Text("refused by a played system");
    return new Said(
        status, PlayedSystem.object(Map.of("error", new Json.Text(code), "details", details)));
  }

  private static void need(boolean isSo, String otherwise) {
    if (!isSo) {
      throw new Misfit(otherwise);
    }
  }

  @Override
  public void close() {
    system.close();
  }
}
