package dev.throughline.model.audit;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.PacketRule;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays the events of a package again and asks of each whether it may stand there: the chain, what
 * was opened, every vote that counted, whether the rule was met when it says so, and whether what
 * was carried out was signed. Trusts no state anybody wrote, only bytes and signatures.
 */
public final class PackageCheck {
  private final CasePackage of;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final Set<RecordId> enrolled = new HashSet<>();
  private final Map<RecordId, CaseCheck> cases = new HashMap<>();
  private final ReleaseCheck releases;

  /**
   * What came out.
   *
   * @param wrong what cannot be true, one sentence each; empty when everything holds
   * @param lines what happened, in order
   * @param state where the approval of the handoff stood at the end of the chain
   * @param seal who says that nothing is left out; empty when nobody does
   */
  public record Report(
      List<String> wrong, List<String> lines, String state, Optional<PackageSeal.Sealed> seal) {
    /** Whether everything it shows holds, and nothing is left out for as far as its seal counts. */
    public boolean isProven() {
      return wrong.isEmpty() && seal.isPresent();
    }
  }

  private PackageCheck(CasePackage of) {
    this.of = of;
    this.releases = new ReleaseCheck(main(), cases.values());
  }

  /** Checks a package. */
  public static Report of(CasePackage of) {
    PackageCheck check = new PackageCheck(of);
    check.chain();
    check.need(
        of.seal().filter(its -> !its.seal().isOf(of)).isEmpty(),
        "The seal is that of another package: something is left out, or was put in.");
    check.packets();
    of.events().forEach(check::play);
    return new Report(
        List.copyOf(check.wrong), List.copyOf(check.lines), check.main().state, of.seal());
  }

  private CaseCheck main() {
    return of(Approval.idOf(of.handoff()));
  }

  private CaseCheck of(RecordId approval) {
    return cases.computeIfAbsent(approval, id -> new CaseCheck(id, of, enrolled, this::counts));
  }

  private boolean counts(Policy rule) {
    RecordId proposal = Approval.idOf(QuorumPolicy.idOf(rule.id(), rule.version()));
    boolean isFirst = Policies.first(rule.id()).filter(rule::equals).isPresent();
    return isFirst || (cases.containsKey(proposal) && cases.get(proposal).state.equals("spent"));
  }

  private void chain() {
    need(PackageSeal.told(of.chain()).equals(of.head()), "The chain does not lead to its head.");
  }

  private void packets() {
    for (Packet packet : of.packets()) {
      need(
          PacketRule.isSound(packet) && packet.handoff().equals(Optional.of(of.handoff())),
          "Version " + packet.version() + " is not what its digest, handoff and version say.");
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
    Optional<RecordId> about = RecordId.parse(text(members(members.get("object")), "id"));
    String family = type.substring(0, Math.max(0, type.indexOf('.')));
    switch (family) {
      case "key" -> key(type, about);
      case "approval", "packet", "vote" ->
          of(approval(members, about)).play(type, members).forEach(why -> wrong(at, why));
      case "release", "check", "rollback" ->
          about.ifPresent(id -> releases.play(id, members).forEach(why -> wrong(at, why)));
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

  private void wrong(long at, String why) {
    wrong.add("#" + at + ": " + why);
  }

  private void key(String type, Optional<RecordId> key) {
    if (type.equals("key.enrolled")) {
      key.ifPresent(enrolled::add);
    } else if (type.equals("key.revoked")) {
      key.ifPresent(enrolled::remove);
    }
  }

  /** An event of a vote names its approval; what happens to an approval is about it. */
  private RecordId approval(Map<String, Json> members, Optional<RecordId> about) {
    boolean isVote = text(members, "type").equals("vote.counted");
    return (isVote ? RecordId.parse(text(members, "approval")) : about)
        .orElse(Approval.idOf(of.handoff()));
  }

  static Map<String, Json> members(@org.jspecify.annotations.Nullable Json json) {
    return json instanceof Json.Members(var members) ? members : Map.of();
  }

  static String text(Map<String, Json> members, String name) {
    return members.get(name) instanceof Json.Text(String text) ? text : "";
  }

  static long number(Map<String, Json> members, String name) {
    String text = text(members, name);
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }
}
