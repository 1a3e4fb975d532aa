package dev.throughline.model.audit;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.approval.CaseDigest;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays the events of a package again and asks of each whether it may stand there: the chain, what
 * was opened, every vote that counted, and whether the rule was met when it says so. Trusts no
 * state anybody wrote, only bytes and signatures.
 */
public final class PackageCheck {
  private static final Set<String> TYPES = Set.of(Statement.PAYLOAD_TYPE);

  private final CasePackage of;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final Set<RecordId> enrolled = new HashSet<>();
  private final List<Cast> votes = new ArrayList<>();
  private String caseDigest = "";
  private Optional<Policy> policy = Optional.empty();
  private String requester = "";
  private String state = "draft";

  /**
   * What came out.
   *
   * @param wrong what cannot be true, one sentence each; empty when everything holds
   * @param lines what happened, in order
   * @param state where the approval stood at the end of the chain
   */
  public record Report(List<String> wrong, List<String> lines, String state) {
    public boolean isProven() {
      return wrong.isEmpty();
    }
  }

  private PackageCheck(CasePackage of) {
    this.of = of;
  }

  /** Checks a package. */
  public static Report of(CasePackage of) {
    PackageCheck check = new PackageCheck(of);
    check.chain();
    check.packets();
    of.events().forEach(check::play);
    return new Report(List.copyOf(check.wrong), List.copyOf(check.lines), check.state);
  }

  private void chain() {
    String link = AuditChain.BEGINNING;
    for (String digest : of.chain()) {
      link = AuditChain.link(link, digest);
    }
    need(link.equals(of.head()), "The chain does not lead to its head.");
  }

  private void packets() {
    for (Packet packet : of.packets()) {
      byte[] bytes = packet.manifest().getBytes(StandardCharsets.UTF_8);
      need(
          packet.digest().equals(Sha256.hex(bytes)),
          "Version " + packet.version() + " has another digest than it says.");
    }
  }

  private void need(boolean isSo, String otherwise) {
    if (!isSo) {
      wrong.add(otherwise);
    }
  }

  private void play(long at, Json event) {
    Map<String, Json> members = members(event);
    String type = text(members, "type");
    Map<String, Json> object = members(members.get("object"));
    switch (type) {
      case "key.enrolled" -> record(object, "id").ifPresent(enrolled::add);
      case "key.revoked" -> record(object, "id").ifPresent(enrolled::remove);
      case "vote.withdrawn" -> withdrawn(members);
      case "approval.opened" -> opened(at, members);
      case "packet.overtaken", "approval.voided" -> over(type);
      case "vote.counted" -> counted(at, members);
      case "approval.met", "approval.rejected" -> decided(at, type);
      default -> {
        return;
      }
    }
    lines.add(
        "#"
            + at
            + " "
            + text(members, "recordedAt")
            + " "
            + type
            + (text(members, "reason").isEmpty() ? "" : " (" + text(members, "reason") + ")"));
  }

  /** Its key was revoked before it was decided, or before it was carried out. */
  private void withdrawn(Map<String, Json> members) {
    votes.removeIf(vote -> vote.person().toString().equals(text(members, "voter")));
    state = "open";
  }

  private void over(String type) {
    votes.clear();
    state = type.equals("packet.overtaken") ? "changed" : "voided";
    caseDigest = "";
  }

  private void opened(long at, Map<String, Json> members) {
    votes.clear();
    state = "open";
    caseDigest = text(members, "caseDigest");
    requester = text(members(members.get("actor")), "person");
    policy =
        of.policies().stream()
            .filter(one -> one.digest().equals(text(members, "policyDigest")))
            .findFirst();
    Optional<Packet> packet =
        of.packets().stream()
            .filter(one -> one.digest().equals(text(members, "packetDigest")))
            .findFirst();
    Optional<String> recomputed =
        packet.flatMap(
            its ->
                policy.flatMap(
                    rule ->
                        json(its)
                            .map(
                                manifest ->
                                    CaseDigest.of(
                                        Approval.idOf(of.handoff()),
                                        number(members, "revision"),
                                        its.digest(),
                                        manifest,
                                        rule,
                                        number(members, "registry")))));
    need(
        recomputed.equals(Optional.of(caseDigest)),
        "#" + at + ": what was to be signed is not what its packet and its rule say.");
  }

  private static Optional<Json> json(Packet packet) {
    return Json.parse(packet.manifest().getBytes(StandardCharsets.UTF_8))
            instanceof Json.Parsed.Read(Json json)
        ? Optional.of(json)
        : Optional.empty();
  }

  private void counted(long at, Map<String, Json> members) {
    if (!text(members, "reason").equals("accepted")) {
      return;
    }
    Optional<Cast> cast = cast(members);
    need(cast.isPresent(), "#" + at + ": a vote counted whose signature does not hold here.");
    cast.ifPresent(
        vote -> {
          need(
              votes.stream().noneMatch(one -> one.person().equals(vote.person())),
              "#" + at + ": somebody counted twice.");
          need(
              !vote.person().toString().equals(requester),
              "#" + at + ": whoever submitted it signed it.");
          votes.add(vote);
        });
  }

  /**
   * The vote, when its envelope is here, signed by an enrolled key of its person, for this case.
   */
  private Optional<Cast> cast(Map<String, Json> members) {
    String envelope = of.envelopes().getOrDefault(text(members, "envelopeDigest"), "");
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
    Set<String> roles = Set.of(text(members, "roles").split(" "));
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

  private void decided(long at, String type) {
    boolean isMet = type.equals("approval.met");
    state = isMet ? "met" : "rejected";
    Optional<Tally> tally = policy.map(rule -> Tally.of(rule, votes));
    need(
        tally.filter(its -> isMet ? its.isMet() : its.isRejected()).isPresent(),
        "#" + at + ": the votes that counted do not come to that.");
    if (!isMet) {
      need(
          votes.stream().anyMatch(vote -> vote.answer() == Answer.NO_GO),
          "#" + at + ": nobody stopped it.");
    }
  }

  private static Map<String, Json> members(@org.jspecify.annotations.Nullable Json json) {
    return json instanceof Json.Members(var members) ? members : Map.of();
  }

  private static String text(Map<String, Json> members, String name) {
    return members.get(name) instanceof Json.Text(String text) ? text : "";
  }

  private static long number(Map<String, Json> members, String name) {
    String text = text(members, name);
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  private static Optional<RecordId> record(Map<String, Json> members, String name) {
    return new FieldMap(Map.of(name, Value.text(text(members, name)))).reference(name);
  }
}
