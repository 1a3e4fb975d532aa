package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.approval.Office;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases over HTTP: listed, read, voted on, opened and nudged. */
class CasesIT extends RouteDesk {
  @BeforeAll
  static void start() throws Exception {
    begin(Map.of());
  }

  private String path() {
    return "/cases/" + Approval.idOf(handoff);
  }

  private void submit(long version) {
    Packet packet = packet(version, "none", "Prices first.");
    manager.write(packet.id(), Packet.KIND.name(), packet.toFields());
  }

  private static String body(Map<String, Value> members) {
    return new String(
        WireFormat.VALUE.encode(new Value.Entries(new TreeMap<>(members)), Encoding.JSON),
        StandardCharsets.UTF_8);
  }

  /** What somebody signs who knows nothing but the case as the route shows it. */
  private static String envelope(Office who, Map<String, Value> of, Answer answer)
      throws Exception {
    Statement said =
        new Statement(
            text(entries(of.get("subject")), "digest"),
            RecordId.of(text(of, "handoff")),
            text(of, "caseDigest"),
            who.person,
            answer,
            List.of(),
            answer == Answer.NO_GO ? "Too early." : "",
            7);
    return who.sealed(Statement.PAYLOAD_TYPE, said.bytes());
  }

  private static TestHttp.Answer vote(Office who, String path, String envelope) {
    return post(who, path + "/votes", key(), body(Map.of("envelope", Value.text(envelope))));
  }

  private Map<String, Value> seen(Office who, String path) {
    return members(get(who, path));
  }

  @Test
  void aCaseIsReadSignedAndReadAgain() throws Exception {
    submit(1);
    Map<String, Value> open = seen(one, path());
    Map<String, Value> subject = entries(open.get("subject"));
    assertThat(text(subject, "kind")).isEqualTo("packet");
    assertThat(Sha256.hex(text(subject, "document").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(text(subject, "digest"));
    Map<String, Value> policy = entries(open.get("policy"));
    assertThat(Sha256.hex(text(policy, "document").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(text(policy, "digest"));
    assertThat(items(open, "seats")).hasSize(2);
    Map<String, Value> voted = members(vote(one, path(), envelope(one, open, Answer.GO)));
    assertThat(text(voted, "verdict")).isEqualTo("accepted");
    assertThat(text(voted, "state")).isEqualTo("open");
    Map<String, Value> now = seen(lead, path());
    assertThat(items(now, "seats"))
        .extracting(seat -> text(entries(seat), "person"))
        .containsExactly("", one.person.toString());
    assertThat(items(now, "votes"))
        .extracting(vote -> text(entries(vote), "verdict"))
        .containsExactly("accepted");
    assertThat(text(members(vote(lead, path(), envelope(lead, now, Answer.GO))), "state"))
        .isEqualTo("met");
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void anEnvelopeCountsOnceAndIsAnsweredAlike() throws Exception {
    submit(1);
    String envelope = envelope(one, seen(one, path()), Answer.GO);
    Map<String, Value> first = members(vote(one, path(), envelope));
    long head = manager.device.hello().head();
    assertThat(members(vote(one, path(), envelope))).isEqualTo(first);
    assertThat(manager.device.hello().head()).isEqualTo(head);
    String second = one.envelope(handoff, Answer.GO_WITH_CONDITIONS);
    for (int times = 0; times < 2; times++) {
      TestHttp.Answer other = vote(one, path(), second);
      refused(other, 409, "same person");
      assertThat(text(other.problem(), "verdict")).isEqualTo("duplicate");
    }
    assertThat(manager.approval(handoff).votes()).hasSize(1);
  }

  @Test
  void whatDoesNotCountSaysWhy() throws Exception {
    submit(1);
    Map<String, Value> open = seen(one, path());
    TestHttp.Answer foreign = vote(one, path(), envelope(lead, open, Answer.GO));
    refused(foreign, 403, "whoever signed it");
    assertThat(text(vote(one, path(), "{}").problem(), "verdict")).isEqualTo("unreadable");
    refused(vote(manager, path(), envelope(one, open, Answer.GO)), 403);
    submit(2);
    TestHttp.Answer stale = vote(one, path(), envelope(one, open, Answer.GO));
    assertThat(text(stale.problem(), "verdict")).isEqualTo("stale");
    refused(post(one, path() + "/votes", key(), "{\"vote\":1}"), 400, "vote");
    refused(vote(one, path(), "x".repeat(40_001)), 400, "40000");
    refused(vote(one, "/cases/" + TestDevice.newRecord(), "{}"), 404);
    assertThat(manager.approval(handoff).votes()).isEmpty();
  }

  @Test
  void anEnvelopeIsNoVoteInAnotherCase() throws Exception {
    submit(1);
    String envelope = envelope(one, seen(one, path()), Answer.GO);
    vote(one, path(), envelope);
    handoff = manager.handoff("Another one");
    submit(1);
    refused(vote(one, path(), envelope), 403, "another case");
    assertThat(manager.approval(handoff).votes()).isEmpty();
  }

  @Test
  void aRuleIsSignedAtTheSameDoor() throws Exception {
    String document =
        Policies.USUAL
            .get(1)
            .document()
            .replace("\"version\":1", "\"version\":2")
            .replace("\"firstYear\":50000", "\"firstYear\":70000");
    QuorumPolicy rule = rule(manager, document);
    assertThat(propose(manager, rule)).isInstanceOf(Outcome.Applied.class);
    String path = "/cases/" + Approval.idOf(rule.id());
    Map<String, Value> shown = seen(one, path);
    assertThat(text(shown, "kind")).isEqualTo("quorum-policy");
    assertThat(items(shown, "seats")).hasSize(3);
    Approval now = one.approval(rule.id());
    assertThat(vote(one, path, one.envelope(now, rule.digest(), Answer.GO)).status())
        .isEqualTo(200);
    assertThat(one.approval(rule.id()).votes()).hasSize(1);
  }

  @Test
  void casesAreListedPageByPage() throws Exception {
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      handoff = manager.handoff("One of three");
      submit(1);
      wanted.add(Approval.idOf(handoff).toString());
    }
    List<String> found = new ArrayList<>();
    String path = "/cases?state=open&limit=2";
    for (String next = "&after=" + new java.util.UUID(0, 0); !next.isEmpty(); ) {
      Map<String, Value> page = seen(one, path + next);
      assertThat(items(page, "cases")).hasSizeLessThanOrEqualTo(2);
      items(page, "cases").forEach(one -> found.add(text(entries(one), "id")));
      next = text(page, "next").isEmpty() ? "" : "&after=" + text(page, "next");
    }
    assertThat(found).containsAll(wanted).doesNotHaveDuplicates();
    refused(get(one, "/cases?state=tired"), 400, "state");
    refused(get(one, "/cases?limit=201"), 400, "200");
    Office auditor = office("Ada", "Auditor");
    refused(get(auditor, "/cases"), 403);
    refused(get(auditor, path()), 404);
  }

  private static Map<String, Value> asked(Release release, String purpose) {
    return new TreeMap<>(
        Map.of(
            "release", Value.text(release.id().toString()),
            "purpose", Value.text(purpose),
            "reason", Value.text("It loses bookings.")));
  }

  @Test
  void anOrderOpensACaseOnceAndIsCarriedOutWhenItIsSigned() throws Exception {
    Release release = verified(1);
    String body = body(asked(release, "rollback"));
    String key = key();
    TestHttp.Answer first = post(manager, "/cases", key, body);
    assertThat(first.status()).isEqualTo(201);
    Map<String, Value> made = members(first);
    assertThat(text(made, "kind")).isEqualTo("rollback-order");
    long head = manager.device.hello().head();
    assertThat(members(post(manager, "/cases", key, body))).isEqualTo(made);
    refused(post(manager, "/cases", key, body.replace("loses", "eats")), 409, "same body");
    refused(post(lead, "/cases", key(), body), 409, "waits");
    assertThat(manager.device.hello().head()).isEqualTo(head);
    String path = "/cases/" + text(made, "id");
    Map<String, Value> idle = members(post(manager, path + "/execute", key(), ""));
    assertThat(text(idle, "state")).isEqualTo("open");
    assertThat(idle.get("nudged")).as("no engine here").isEqualTo(new Value.Flag(false));
    go();
    assertThat(state(release)).as("nobody signed").isEqualTo(ReleaseState.VERIFIED);
    members(vote(lead, path, envelope(lead, made, Answer.GO)));
    members(vote(two, path, envelope(two, made, Answer.GO)));
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.ROLLED_BACK);
    refused(post(manager, "/cases", key(), body), 409, "rolled-back");
    assertThat(members(post(manager, "/cases", key, body)).get("state"))
        .isEqualTo(Value.text(ApprovalState.SPENT.wireName()));
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void anEmergencyIsOrderedWithTheSignedPreview() throws Exception {
    Release release = verified(1);
    Map<String, Value> asked = asked(release, "emergency");
    asked.put("preview", new Value.Flag(true));
    long head = manager.device.hello().head();
    Map<String, Value> preview = members(post(incident, "/cases", key(), body(asked)));
    assertThat(manager.device.hello().head()).as("nothing is written").isEqualTo(head);
    asked.remove("preview");
    refused(post(incident, "/cases", key(), body(asked)), 403, "signs it");
    byte[] document = text(preview, "document").getBytes(StandardCharsets.UTF_8);
    asked.put("envelope", Value.text(lead.sealed(RollbackOrder.PAYLOAD_TYPE, document)));
    refused(post(incident, "/cases", key(), body(asked)), 409, "preview");
    byte[] other =
        text(preview, "document").replace("loses", "eats").getBytes(StandardCharsets.UTF_8);
    asked.put("envelope", Value.text(incident.sealed(RollbackOrder.PAYLOAD_TYPE, other)));
    refused(post(incident, "/cases", key(), body(asked)), 409, "preview");
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    asked.put("envelope", Value.text(incident.sealed(RollbackOrder.PAYLOAD_TYPE, document)));
    String key = key();
    Map<String, Value> made = members(post(incident, "/cases", key, body(asked)));
    assertThat(text(made, "id")).isEqualTo(text(preview, "case"));
    assertThat(made.get("votes")).as("not theirs to read").isEqualTo(Value.NOTHING);
    assertThat(members(post(incident, "/cases", key, body(asked)))).isEqualTo(made);
    assertThat(state(release)).isEqualTo(ReleaseState.ROLLING_BACK);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.ROLLED_BACK);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void ordersThatDoNotFitAreRefusedByName() throws Exception {
    Release release = verified(1);
    String body = body(asked(release, "rollback"));
    refused(post(manager, "/cases", key(), body.replace("rollback", "revert")), 400, "purpose");
    refused(post(manager, "/cases", key(), body.replace("reason", "why")), 400, "why");
    refused(post(manager, "/cases", key(), body.replace("loses", "x".repeat(2000))), 400, "2000");
    refused(post(manager, "/cases", "short", body), 400, "Idempotency-Key");
    refused(
        post(
            manager,
            "/cases",
            key(),
            body.replace(release.id().toString(), TestDevice.newRecord().toString())),
        404,
        "release");
    refused(post(one, "/cases", key(), body), 403);
    assertThat(now(release).order()).isEmpty();
  }
}
