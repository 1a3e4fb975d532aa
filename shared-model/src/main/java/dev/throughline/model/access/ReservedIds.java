package dev.throughline.model.access;

import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Person;
import dev.throughline.model.plan.Result;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.OrderRule;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids that follow from what a record is about: a participant's consent, somebody's access to a
 * study, an invitation, the link of an idea to its evidence, a version of a handoff. Whoever could
 * make something else under such an id would keep the real one out for good.
 */
public final class ReservedIds {
  private static final RecordId NOBODY = new RecordId(new UUID(0, 0));

  private ReservedIds() {}

  /** Whether somebody may make a record of this kind with these fields under that id. */
  public static boolean mayBeMade(RecordId id, String kind, Map<String, Value> fields) {
    return !Uuids.isReserved(id.value()) || of(kind, new FieldMap(fields)).equals(Optional.of(id));
  }

  /** Those of conflicts, of rescued work and of people who came only the server makes. */
  private static Optional<RecordId> of(String kind, FieldMap fields) {
    return switch (kind) {
      case "consent" ->
          fields
              .reference("participant")
              .map(participant -> Consent.idOf(participant, fields.reference("interview")));
      case "grant" ->
          Optional.of(Grant.idOf(fields.reference(Grant.PERSON), fields.reference(Grant.STUDY)));
      case "evidence" ->
          fields
              .reference(Evidence.IDEA)
              .flatMap(
                  idea -> fields.reference(Evidence.SOURCE).map(to -> Evidence.idOf(idea, to)));
      case "result" -> fields.reference(Result.MEASUREMENT).map(Result::idOf);
      case "packet" ->
          fields
              .reference(Packet.HANDOFF)
              .map(handoff -> Packet.idOf(handoff, fields.whole(Packet.VERSION).orElse(0L)));
      case "check-result" -> {
        CheckResult result = CheckResult.from(NOBODY, fields.values());
        yield result
            .release()
            .flatMap(of -> result.check().map(on -> CheckResult.idOf(of, result.generation(), on)));
      }
      case "quorum-policy" ->
          Optional.of(
              QuorumPolicy.idOf(
                  fields.text(QuorumPolicy.POLICY), fields.whole(QuorumPolicy.VERSION).orElse(0L)));
      case "rollback-order" -> OrderRule.idOf(fields);
      case "review" ->
          fields
              .reference(Review.PACKET)
              .flatMap(
                  packet ->
                      fields
                          .reference(Review.ITEM)
                          .flatMap(
                              item ->
                                  fields
                                      .reference(Review.BY)
                                      .map(by -> Review.idOf(packet, item, by))));
      case "vote" -> Optional.of(Vote.idOf(fields.text(Vote.ENVELOPE)));
      case "device-key" -> Base64s.read(fields.text(DeviceKey.SPKI)).map(DeviceKey::idOf);
      case "person" -> Optional.of(Person.invited(fields.text(Person.LOGIN)));
      default -> Optional.empty();
    };
  }
}
