package dev.throughline.server.cases;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicySet;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.sync.RecordDesk;
import java.util.Optional;

/** An approval and what is signed by it; no subject while a handoff was never submitted. */
record Case(Approval approval, Optional<Subject> subject) {
  static final String PACKET = Packet.KIND.name();
  static final String ORDER = RollbackOrder.KIND.name();
  static final String RULE = QuorumPolicy.KIND.name();

  /**
   * The bytes that are signed.
   *
   * @param kind of its record
   * @param document as text, to the last character
   * @param digest SHA-256 over its UTF-8, in hexadecimal
   */
  record Subject(RecordId id, String kind, String document, String digest) {}

  /**
   * A case.
   *
   * @throws ProblemException when there is none that whoever asks may read
   */
  static Case read(RecordDesk.Opened desk, RecordId id) {
    return find(desk, id)
        .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such case."));
  }

  private static Optional<Case> find(RecordDesk.Opened desk, RecordId id) {
    Optional<Approval> approval =
        desk.find(Approval.KIND.name(), id)
            .filter(_ -> desk.mayRead(id))
            .map(found -> Approval.from(id, found.fields()));
    Optional<Subject> subject = approval.flatMap(Approval::packet).flatMap(of -> subject(desk, of));
    boolean isHidden = subject.filter(of -> !desk.mayRead(of.id())).isPresent();
    return isHidden ? Optional.empty() : approval.map(of -> new Case(of, subject));
  }

  private static Optional<Subject> subject(RecordDesk.Opened desk, RecordId id) {
    return desk.find(PACKET, id)
        .map(found -> Packet.from(id, found.fields()))
        .map(packet -> new Subject(id, PACKET, packet.manifest(), packet.digest()))
        .or(
            () ->
                desk.find(ORDER, id)
                    .map(found -> RollbackOrder.from(id, found.fields()))
                    .map(order -> new Subject(id, ORDER, order.document(), order.digest())))
        .or(
            () ->
                desk.find(RULE, id)
                    .map(found -> QuorumPolicy.from(id, found.fields()))
                    .map(rule -> new Subject(id, RULE, rule.document(), rule.digest())));
  }

  /** Whether a record is, or was, what is signed in a case. */
  static boolean isOf(RecordDesk.Opened desk, RecordId id, RecordId subject) {
    Optional<RecordId> about =
        desk.find(PACKET, subject)
            .flatMap(found -> Packet.from(subject, found.fields()).handoff())
            .or(() -> desk.find(ORDER, subject).map(RecordDesk.Found::id))
            .or(() -> desk.find(RULE, subject).map(RecordDesk.Found::id));
    return about.map(Approval::idOf).filter(id::equals).isPresent();
  }

  /** The kind of what is signed; an approval of a handoff has its id from the handoff. */
  static String kind(Approval approval) {
    if (approval.handoff().isPresent() && approval.handoff().equals(approval.packet())) {
      return RULE;
    }
    boolean isOfHandoff =
        approval.handoff().map(Approval::idOf).filter(approval.id()::equals).isPresent();
    return isOfHandoff ? PACKET : ORDER;
  }

  /** The rule it was opened under. */
  static Optional<Policy> rule(RecordDesk.Opened desk, Approval approval) {
    return PolicySet.of(
            id -> desk.find(RULE, id).map(found -> QuorumPolicy.from(found.id(), found.fields())))
        .named(approval.policy(), approval.policyVersion());
  }
}
