package dev.throughline.trials.handoff;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.approval.Signing;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.value.Value;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How people sign: handoffs as their desktop does it, orders with the same key. */
final class Signatures {
  private Signatures() {}

  static ShownTime time(ClientWiring desk) {
    return new ShownTime(desk.clock(), ZoneOffset.UTC);
  }

  /** Where the signing of a handoff stands, as that desktop shows it. */
  static SignCase waits(Colleague signer, RecordId handoff) {
    return new SignCases(signer.signing(), signer.desk().rulings(), time(signer.desk()))
        .of(handoff)
        .orElseThrow(() -> new IllegalStateException("nothing waits for a signature"));
  }

  /** Signs what waits; nothing is sent yet. */
  static void sign(Colleague signer, RecordId handoff) {
    SignCase about = waits(signer, handoff);
    Require.that(about.isSignable(), "it can be signed: " + about.obstacle());
    Signing.Signed signed = signer.signing().sign(about, Answer.GO, List.of(), "");
    Require.that(signed instanceof Signing.Signed.Done, "it is signed: " + signed);
  }

  /** What the server has said of one's newest vote; empty before it has it. */
  static Optional<Verdict> verdict(Colleague signer, RecordId handoff) {
    return waits(signer, handoff).mine().flatMap(Vote::verdict);
  }

  /** Pulls, signs, and has it counted. */
  static void signAndSync(Colleague signer, RecordId handoff) {
    signer.sync();
    sign(signer, handoff);
    signer.sync();
    Optional<Verdict> verdict = verdict(signer, handoff);
    Require.that(verdict.equals(Optional.of(Verdict.ACCEPTED)), "it counts: " + verdict);
  }

  /** Pulls, signs an order, and has it counted. */
  static void signOrder(Colleague signer, RecordId order) throws GeneralSecurityException {
    signer.sync();
    RollbackOrder about = RollbackOrder.from(order, signer.fields(order));
    Statement said =
        new Statement(
            about.digest(),
            about.handoff().orElseThrow(),
            approval(signer, order).caseDigest(),
            signer.person(),
            Answer.GO,
            List.of(),
            "",
            signer.desk().clock().millis());
    String envelope = signer.key().sealed(Statement.PAYLOAD_TYPE, said.bytes());
    RecordId vote = Vote.idOf(envelope);
    signer.set(
        Vote.KIND,
        vote,
        Map.of(
            Vote.PACKET, Value.text(order.toString()),
            Vote.ENVELOPE, Value.text(envelope)));
    signer.sync();
    Optional<Verdict> verdict = Vote.from(vote, signer.fields(vote)).verdict();
    Require.that(verdict.equals(Optional.of(Verdict.ACCEPTED)), "the order counts: " + verdict);
  }

  /** The approval of a handoff, or of an order. */
  static Approval approval(Colleague of, RecordId about) {
    RecordId id = Approval.idOf(about);
    return Approval.from(id, of.fields(id));
  }
}
