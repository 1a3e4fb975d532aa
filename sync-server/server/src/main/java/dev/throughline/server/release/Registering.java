package dev.throughline.server.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.Waits;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import dev.throughline.server.kernel.Approved;
import dev.throughline.server.kernel.Done;
import dev.throughline.server.kernel.Kernel;
import dev.throughline.server.kernel.SignatureRecord;
import dev.throughline.server.kernel.Upgrade;
import dev.throughline.server.outside.Answer;
import dev.throughline.server.sync.ServerDesk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Gives Kernel what was signed, and has it applied. Every call goes under a key that follows from
 * the release and its generation, so that one made twice is one.
 */
@Component
final class Registering {
  private static final String WE = "throughline";

  private final Kernel kernel;
  private final ServerDesk desk;

  Registering(Kernel kernel, ServerDesk desk) {
    this.kernel = kernel;
    this.desk = desk;
  }

  /** Has the manifest signed and the upgrade approved. */
  Next register(WorkspaceId workspace, Situation.Out out, long nowMillis) {
    Release release = out.release();
    if (Times.isLate(release, nowMillis)) {
      return moved(workspace, release, ReleaseState.EXPIRED, Map.of(), "not registered");
    }
    if (!Verdicts.holds(out, nowMillis)) {
      return moved(workspace, release, ReleaseState.CHECKING, Map.of(), "verdict expired");
    }
    String id = release.upgrade();
    Json.Members verdict = verdict(release);
    Answer<SignatureRecord> said = kernel.sign(verdict, "sign-" + digest(verdict));
    if (!(said instanceof Answer.Given<SignatureRecord>(SignatureRecord ofVerdict))) {
      return wait(workspace, release, said, nowMillis);
    }
    Answer<SignatureRecord> signed = kernel.sign(manifest(out), id + "-sign");
    if (!(signed instanceof Answer.Given<SignatureRecord>(SignatureRecord signature))) {
      return wait(workspace, release, signed, nowMillis);
    }
    Upgrade upgrade =
        new Upgrade(
            id,
            Upgrade.Type.MANIFEST,
            "handoff/" + release.handoff().orElseThrow(),
            "Version " + out.packet().version() + " of a handoff, signed by our own rule.",
            impact(out, number(signature)),
            List.of("sentinel.allow"),
            Instant.ofEpochMilli(release.startedAt()),
            out.packet().by().map(RecordId::toString).orElse(WE));
    Answer<Done> approved =
        approve(upgrade, approvals(workspace, release.votes(), release.caseDigest()));
    return approved instanceof Answer.Given<Done>
        ? moved(
            workspace,
            release,
            ReleaseState.ACTIVATING,
            Map.of(
                Release.VERDICT_SIGNATURE, Value.text(number(ofVerdict)),
                Release.SIGNATURE, Value.text(number(signature))),
            "")
        : wait(workspace, release, approved, nowMillis);
  }

  /** Has what was registered applied. */
  Next activate(WorkspaceId workspace, Situation.Out out, long nowMillis) {
    Release release = out.release();
    // Kernel may have done what it gave no answer to: then only its answer leads on.
    boolean isAsked = release.waits() == Waits.KERNEL;
    if (!isAsked && !Verdicts.holds(out, nowMillis)) {
      return moved(workspace, release, ReleaseState.CHECKING, Map.of(), "verdict expired");
    }
    String id = release.upgrade();
    Answer<Done> applied = kernel.apply(id, WE, id + "-apply");
    if (!(applied instanceof Answer.Given<Done>)) {
      return wait(workspace, release, applied, nowMillis);
    }
    desk.act(workspace, records -> Moves.out(release, records));
    return new Next.Again();
  }

  /** Has Kernel take it back: an upgrade of its own. */
  Next takeBack(WorkspaceId workspace, Situation.Out out, long nowMillis) {
    Release release = out.release();
    Situation.Ordered ordered = out.order().orElseThrow();
    RollbackOrder order = ordered.order();
    String id = "rollback-" + order.id();
    Upgrade upgrade =
        new Upgrade(
            id,
            Upgrade.Type.ROLLBACK,
            "handoff/" + release.handoff().orElseThrow(),
            "Version " + ordered.words().version() + " of a handoff is taken back.",
            back(out, ordered),
            List.of(),
            Instant.ofEpochMilli(ordered.approval().openedAt()),
            order.by().map(RecordId::toString).orElse(WE));
    Approval approval = ordered.approval();
    List<Approved> approvals =
        new ArrayList<>(approvals(workspace, approval.votes(), approval.caseDigest()));
    envelope(order.envelope(), RollbackOrder.PAYLOAD_TYPE)
        .ifPresent(
            signature ->
                approvals.add(
                    new Approved(
                        order.by().map(RecordId::toString).orElse(WE),
                        signature,
                        "ordered in an emergency; to be ratified")));
    Answer<Done> applied = approve(upgrade, approvals);
    if (applied instanceof Answer.Given<Done>) {
      applied = kernel.apply(id, WE, id + "-apply");
    }
    if (!(applied instanceof Answer.Given<Done>)) {
      return wait(workspace, release, applied, nowMillis);
    }
    desk.act(workspace, records -> Backs.takenBack(out, records));
    return new Next.Again();
  }

  private Answer<Done> approve(Upgrade upgrade, List<Approved> approvals) {
    String id = upgrade.upgradeId();
    Answer<Done> last = kernel.create(upgrade, WE, id + "-create");
    for (Approved by : approvals) {
      if (!(last instanceof Answer.Given<Done>)) {
        return last;
      }
      last = late(kernel.approve(id, by, id + "-approve-" + by.approverId()));
    }
    return last;
  }

  /** Who ratifies what is applied already comes after the fact, and that is all. */
  private static Answer<Done> late(Answer<Done> answer) {
    return answer instanceof Answer.Refused<Done>(String code, String _)
            && code.equals("already_applied")
        ? new Answer.Given<>(new Done())
        : answer;
  }

  private List<Approved> approvals(
      WorkspaceId workspace, List<Approval.Cast> votes, String caseDigest) {
    return desk.act(
        workspace,
        records -> {
          List<Approved> approvals = new ArrayList<>();
          for (Approval.Cast cast : votes) {
            if (!cast.isFor()) {
              continue;
            }
            records
                .find(cast.vote())
                .map(state -> Vote.from(state.id(), state.fields()))
                .flatMap(vote -> envelope(vote.envelope(), Statement.PAYLOAD_TYPE))
                .ifPresent(
                    signature ->
                        approvals.add(
                            new Approved(
                                cast.person().toString(), signature, "caseDigest " + caseDigest)));
          }
          return List.copyOf(approvals);
        });
  }

  /** The signature of an envelope, in base64. */
  private static Optional<String> envelope(String envelope, String type) {
    return Envelope.parse(envelope.getBytes(StandardCharsets.UTF_8), Set.of(type))
            instanceof Envelope.Parsed.Read(Envelope read)
        ? read.signatures().stream()
            .findFirst()
            .map(one -> Base64s.write(one.signature().toBytes()))
        : Optional.empty();
  }

  /** What a signature is called; a Kernel that numbers none is known by its signer. */
  private static String number(SignatureRecord signature) {
    return signature.id().isEmpty() ? "by " + signature.signerId() : signature.id();
  }

  private static Json.Members manifest(Situation.Out out) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("id", new Json.Text(out.release().upgrade()));
    members.put("schema", new Json.Text("handoff-registration/v1"));
    members.put("digest", new Json.Text(out.packet().digest()));
    members.put("caseDigest", new Json.Text(out.release().caseDigest()));
    members.put("manifest", out.manifest());
    return new Json.Members(members);
  }

  /** What SentinelNet said, under a name of its own: a later word is another one. */
  private static Json.Members verdict(Release release) {
    TreeMap<String, Json> members = new TreeMap<>();
    if (Verdicts.read(release.verdict()) instanceof Json.Members(var its)) {
      members.putAll(its);
    }
    members.put("id", new Json.Text(release.upgrade() + "-verdict"));
    return new Json.Members(members);
  }

  private static String digest(Json json) {
    return Sha256.hex(json.canonical());
  }

  private static Json impact(Situation.Out out, String signature) {
    return new Json.Members(
        new TreeMap<>(
            Map.of(
                "digest", new Json.Text(out.packet().digest()),
                "caseDigest", new Json.Text(out.release().caseDigest()),
                "manifestSignatureId", new Json.Text(signature))));
  }

  private static Json back(Situation.Out out, Situation.Ordered ordered) {
    return new Json.Members(
        new TreeMap<>(
            Map.of(
                "upgradeId", new Json.Text(out.release().upgrade()),
                "orderDigest", new Json.Text(ordered.order().digest()),
                "caseDigest", new Json.Text(ordered.approval().caseDigest()),
                "toVersion", new Json.Number(ordered.words().to()))));
  }

  private Next moved(
      WorkspaceId workspace,
      Release release,
      ReleaseState to,
      Map<String, Value> more,
      String reason) {
    desk.act(workspace, records -> Moves.move(release, to, more, reason, records));
    return new Next.Again();
  }

  private Next wait(WorkspaceId workspace, Release release, Answer<?> answer, long nowMillis) {
    Waits what =
        switch (answer) {
          case Answer.Refused<?>(String code, String _) ->
              code.equals("insufficient_quorum") ? Waits.KERNEL_QUORUM : Waits.KERNEL_REFUSAL;
          case Answer.Given<?> _, Answer.Away<?> _ -> Waits.KERNEL;
        };
    desk.run(workspace, records -> Moves.waits(release, what, records));
    return Times.retry(release, nowMillis);
  }
}
