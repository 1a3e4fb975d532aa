package dev.throughline.model.audit;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.approval.CaseDigest;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.OrderRule;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Plays the signing of one packet, or of one order, again. */
final class CaseCheck {
  private static final Set<String> TYPES = Set.of(Statement.PAYLOAD_TYPE);

  private final RecordId approval;
  private final CasePackage of;
  private final Set<RecordId> enrolled;
  private final Predicate<Policy> counts;
  private final List<Cast> votes = new ArrayList<>();
  private Optional<Policy> policy = Optional.empty();
  private String requester = "";
  private String subject = "";
  String caseDigest = "";
  String state = "draft";

  /**
   * One of which nothing has happened yet.
   *
   * @param enrolled the keys that count where the chain has got to
   * @param counts whether a rule is the program's, or was signed where the chain has got to
   */
  CaseCheck(RecordId approval, CasePackage of, Set<RecordId> enrolled, Predicate<Policy> counts) {
    this.approval = approval;
    this.of = of;
    this.enrolled = enrolled;
    this.counts = counts;
  }

  /** What cannot be true of an event, as a sentence; empty when it may stand there. */
  List<String> play(String type, Map<String, Json> members) {
    return switch (type) {
      case "vote.withdrawn" -> withdrawn(members);
      case "approval.opened" -> opened(members);
      case "packet.overtaken", "approval.voided" -> over(type);
      case "vote.counted" -> counted(members);
      case "approval.met", "approval.rejected" -> decided(type);
      case "approval.spent" -> spent();
      case "approval.expired" -> expired();
      default -> List.of();
    };
  }

  private List<String> spent() {
    boolean isMet = state.equals("met");
    state = "spent";
    return unless(isMet, "it was carried out, and not everybody had signed.");
  }

  private List<String> expired() {
    votes.clear();
    state = "expired";
    return List.of();
  }

  private static List<String> unless(boolean isSo, String otherwise) {
    return isSo ? List.of() : List.of(otherwise);
  }

  /** Its key was revoked before it was decided, or before it was carried out. */
  private List<String> withdrawn(Map<String, Json> members) {
    votes.removeIf(vote -> vote.person().toString().equals(PackageCheck.text(members, "voter")));
    state = isStillMet() ? "met" : "open";
    return List.of();
  }

  private boolean isStillMet() {
    return state.equals("met")
        && policy.map(rule -> Tally.of(rule, votes)).filter(Tally::isMet).isPresent();
  }

  private static boolean isGoOf(Cast vote, RecordId person) {
    return vote.person().equals(person) && vote.isFor();
  }

  private List<String> over(String type) {
    votes.clear();
    state = type.equals("packet.overtaken") ? "changed" : "voided";
    caseDigest = "";
    return List.of();
  }

  private List<String> opened(Map<String, Json> members) {
    votes.clear();
    state = "open";
    caseDigest = PackageCheck.text(members, "caseDigest");
    // Packages from before orders say it only by who acted.
    requester =
        members.containsKey("requester")
            ? PackageCheck.text(members, "requester")
            : PackageCheck.text(PackageCheck.members(members.get("actor")), "person");
    policy =
        of.policies().stream()
            .filter(one -> one.digest().equals(PackageCheck.text(members, "policyDigest")))
            .findFirst();
    subject = PackageCheck.text(members, "packetDigest");
    Optional<String> recomputed =
        of.document(subject)
            .flatMap(
                document ->
                    policy.map(
                        rule ->
                            CaseDigest.of(
                                approval,
                                PackageCheck.number(members, "revision"),
                                subject,
                                document,
                                rule,
                                PackageCheck.number(members, "registry"))));
    List<String> wrong = new ArrayList<>();
    wrong.addAll(
        unless(
            recomputed.equals(Optional.of(caseDigest)),
            "what was to be signed is not what its packet and its rule say."));
    wrong.addAll(
        unless(policy.filter(counts).isPresent(), "its rule was never signed by anybody."));
    wrong.addAll(
        unless(
            !isEmergency() || isOrdered(subject),
            "an emergency was not signed by whoever ordered it."));
    return wrong;
  }

  /** What the order says that it is about; empty for a packet. */
  Optional<RollbackOrder.Words> words() {
    return of.orders().stream()
        .filter(order -> order.digest().equals(subject))
        .findFirst()
        .flatMap(RollbackOrder::words);
  }

  /** Whether it is about what somebody did alone. */
  private boolean isEmergency() {
    return policy.filter(rule -> rule.id().equals(Policies.EMERGENCY.id())).isPresent();
  }

  /** Whether the order carries a signature of a key that counts, of whoever gave it. */
  private boolean isOrdered(String digest) {
    Optional<RecordId> giver = RecordId.parse(requester);
    return of.orders().stream()
        .filter(order -> order.digest().equals(digest))
        .anyMatch(order -> giver.isPresent() && OrderRule.isSigned(order, giver, this::counting));
  }

  /** The key of a hint, when it counts where the chain has got to. */
  private Optional<DeviceKey> counting(String hint) {
    return of.keys().stream()
        .filter(key -> key.id().equals(DeviceKey.idOf(hint)) && enrolled.contains(key.id()))
        .filter(key -> key.key().filter(spki -> isOf(key, spki)).isPresent())
        .findFirst()
        .map(DeviceKey::enrolled);
  }

  private List<String> counted(Map<String, Json> members) {
    if (!PackageCheck.text(members, "reason").equals("accepted")) {
      return List.of();
    }
    Optional<Cast> cast = cast(members);
    if (cast.isEmpty()) {
      return List.of("a vote counted whose signature does not hold here.");
    }
    RecordId person = cast.get().person();
    List<String> wrong = new ArrayList<>();
    boolean isTurning =
        cast.get().answer() == Answer.NO_GO && votes.removeIf(one -> isGoOf(one, person));
    wrong.addAll(
        unless(
            votes.stream().noneMatch(one -> one.person().equals(person)),
            "somebody counted twice."));
    wrong.addAll(unless(!person.toString().equals(requester), "whoever submitted it signed it."));
    votes.add(cast.get());
    if (isTurning) {
      state = isStillMet() ? "met" : "open";
    }
    return wrong;
  }

  /**
   * The vote, when its envelope is here, signed by an enrolled key of its person, for this case.
   */
  private Optional<Cast> cast(Map<String, Json> members) {
    String envelope = of.envelopes().getOrDefault(PackageCheck.text(members, "envelopeDigest"), "");
    if (!(Envelope.parse(envelope.getBytes(StandardCharsets.UTF_8), TYPES)
        instanceof Envelope.Parsed.Read(Envelope read))) {
      return Optional.empty();
    }
    Envelope.Signed signed = read.signatures().getFirst();
    Optional<DeviceKey> key =
        of.keys().stream()
            .filter(one -> one.id().equals(DeviceKey.idOf(signed.keyId())))
            .filter(one -> enrolled.contains(one.id()))
            .filter(one -> one.key().filter(spki -> isOf(one, spki)).isPresent())
            .filter(one -> read.isSigned(signed, one.key().orElseThrow()))
            .findFirst();
    Set<String> roles = Set.of(PackageCheck.text(members, "roles").split(" "));
    return key.flatMap(
        its ->
            Statement.parse(read.payload())
                .filter(said -> said.caseDigest().equals(caseDigest))
                .filter(said -> its.person().equals(Optional.of(said.person())))
                .map(
                    said ->
                        new Cast(
                            its.id(),
                            its.id(),
                            said.person(),
                            roles,
                            said.answer(),
                            said.claimedAt(),
                            0)));
  }

  private static boolean isOf(DeviceKey key, byte[] spki) {
    return key.id().equals(DeviceKey.idOf(spki));
  }

  private List<String> decided(String type) {
    boolean isMet = type.equals("approval.met");
    state = isMet ? "met" : "rejected";
    Optional<Tally> tally = policy.map(rule -> Tally.of(rule, votes));
    boolean isSo = tally.filter(its -> isMet ? its.isMet() : its.isRejected()).isPresent();
    boolean isStopped = isMet || votes.stream().anyMatch(vote -> vote.answer() == Answer.NO_GO);
    return unless(isSo && isStopped, "the votes that counted do not come to that.");
  }
}
