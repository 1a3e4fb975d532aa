package dev.throughline.server.approval;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.PolicySet;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.audit.AuditChain;
import dev.throughline.model.audit.CasePackage;
import dev.throughline.model.audit.PackageSeal;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.http.Queries;
import dev.throughline.server.keys.ServiceKey;
import dev.throughline.server.sync.AuditDesk;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Exports what is needed to check the signing of a handoff without any server. */
@RestController
final class PackageController {
  /** What a package tells words of. */
  private static final List<Kind> TOLD =
      List.of(
          Approval.KIND,
          Packet.KIND,
          Vote.KIND,
          DeviceKey.KIND,
          RollbackOrder.KIND,
          QuorumPolicy.KIND);

  private final RecordDesk records;
  private final AuditDesk audit;
  private final ServiceKey key;
  private final InstantSource clock;

  PackageController(RecordDesk records, AuditDesk audit, Seals.SealKey key, InstantSource clock) {
    this.records = records;
    this.audit = audit;
    this.key = key.key();
    this.clock = clock;
  }

  /** With which key packages are sealed here. */
  @GetMapping("/audit/v1/key")
  ResponseEntity<byte[]> key(HttpServletRequest request) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("algorithm", Value.text(ServiceKey.ALGORITHM));
    members.put("keyId", Value.text(key.id()));
    members.put("spki", Value.text(Base64s.write(key.spki())));
    return Answering.to(request).with(WireFormat.VALUE, new Value.Entries(members));
  }

  @GetMapping("/audit/v1/handoffs/{id}/package")
  ResponseEntity<byte[]> export(@PathVariable String id, HttpServletRequest request) {
    RecordId handoff = id(id);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    // What happened is told of a handoff in the trash as well.
    boolean isThere = desk.known(Handoff.KIND.name(), handoff).isPresent() && desk.mayRead(handoff);
    if (!isThere || !TOLD.stream().allMatch(kind -> desk.access().mayRead(kind.name()))) {
      throw new ProblemException(Problem.NOT_FOUND, "There is no such handoff.");
    }
    String text = String.join("\n", lines(handoff, desk)) + "\n";
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/x-ndjson"))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static RecordId id(String id) {
    try {
      return RecordId.of(id);
    } catch (IllegalArgumentException _) {
      throw new ProblemException(Problem.MALFORMED, "The path names no id.");
    }
  }

  private List<String> lines(RecordId handoff, RecordDesk.Opened desk) {
    // The chain first: what is read afterwards may only be more than it tells of.
    List<AuditDesk.Event> chain = audit.all(desk.workspace());
    List<String> lines = new ArrayList<>();
    lines.add(CasePackage.first(handoff));
    Policies.ALL.forEach(rule -> lines.add(policy(rule.document())));
    List<QuorumPolicy> rules = rules(desk);
    rules.forEach(rule -> lines.add(policy(rule.document())));
    List<Packet> packets =
        desk.naming(Packet.KIND.name(), Packet.HANDOFF, List.of(handoff)).stream()
            .map(found -> Packet.from(found.id(), found.fields()))
            .toList();
    packets.stream().map(PackageController::packet).forEach(lines::add);
    List<RollbackOrder> orders =
        desk.naming(RollbackOrder.KIND.name(), RollbackOrder.HANDOFF, List.of(handoff)).stream()
            .map(found -> RollbackOrder.from(found.id(), found.fields()))
            .toList();
    orders.stream().map(PackageController::order).forEach(lines::add);
    List<RecordId> signed =
        Stream.of(
                packets.stream().map(Packet::id),
                orders.stream().map(RollbackOrder::id),
                rules.stream().map(QuorumPolicy::id))
            .flatMap(ids -> ids)
            .toList();
    List<Vote> votes =
        desk.naming(Vote.KIND.name(), Vote.PACKET, signed).stream()
            .map(found -> Vote.from(found.id(), found.fields()))
            .toList();
    // Of what did not count the chain has the digest; nobody makes a package long with it.
    votes.stream()
        .filter(vote -> vote.verdict().equals(Optional.of(Verdict.ACCEPTED)))
        .forEach(vote -> lines.add(line("envelope", "envelope", vote.envelope())));
    Set<RecordId> voters =
        Stream.concat(
                votes.stream().flatMap(vote -> vote.by().stream()),
                orders.stream().flatMap(order -> order.by().stream()))
            .collect(Collectors.toSet());
    List<DeviceKey> keys =
        voters.isEmpty()
            ? List.of()
            : desk.naming(DeviceKey.KIND.name(), DeviceKey.PERSON, List.copyOf(voters)).stream()
                .map(found -> DeviceKey.from(found.id(), found.fields()))
                .toList();
    keys.stream().map(PackageController::key).forEach(lines::add);
    Set<String> told = new HashSet<>(Set.of(handoff.toString()));
    keys.forEach(key -> told.add(key.id().toString()));
    rules.forEach(rule -> told.add(rule.id().toString()));
    // What was tried with it and refused is told too.
    told.add(Approval.idOf(handoff).toString());
    votes.forEach(vote -> told.add(vote.id().toString()));
    packets.forEach(
        packet -> {
          told.add(packet.id().toString());
          told.add(Release.idOf(packet.id()).toString());
        });
    orders.forEach(
        order -> {
          told.add(order.id().toString());
          told.add(Approval.idOf(order.id()).toString());
        });
    lines.addAll(chain(chain, told));
    String head = chain.isEmpty() ? AuditChain.BEGINNING : chain.getLast().link();
    lines.add(line("head", "link", head));
    lines.add(lines.size() - 1, seal(handoff, desk, lines, chain, told));
    return lines;
  }

  private String seal(
      RecordId handoff,
      RecordDesk.Opened desk,
      List<String> lines,
      List<AuditDesk.Event> chain,
      Set<String> told) {
    List<String> all = chain.stream().map(event -> Sha256.hex(event.event())).toList();
    List<String> shown =
        chain.stream()
            .map(AuditDesk.Event::event)
            .filter(event -> isTold(event, told))
            .map(Sha256::hex)
            .toList();
    PackageSeal seal =
        PackageSeal.of(desk.workspace(), handoff, all, shown, lines, clock.instant());
    return PackageSeal.line(key.seal(PackageSeal.PAYLOAD_TYPE, seal.bytes()), key.spki());
  }

  /** Its events as far as they are told, and of the others the digests. */
  private static List<String> chain(List<AuditDesk.Event> chain, Set<String> told) {
    return chain.stream()
        .map(
            event ->
                isTold(event.event(), told)
                    ? line("event", "event", new String(event.event(), StandardCharsets.UTF_8))
                    : line("digest", "digest", Sha256.hex(event.event())))
        .toList();
  }

  /** Whether an event is about this handoff, or about a key that signed it. */
  private static boolean isTold(byte[] event, Set<String> told) {
    return Json.parse(event) instanceof Json.Parsed.Read(Json.Members(var members))
        && (isNamed(members.get("handoff"), told)
            || (members.get("object") instanceof Json.Members(var object)
                && isNamed(object.get("id"), told)));
  }

  private static boolean isNamed(@org.jspecify.annotations.Nullable Json id, Set<String> told) {
    return id instanceof Json.Text(String text) && told.contains(text);
  }

  private static String line(String type, String name, String text) {
    return CasePackage.line(type, Map.of(name, new Json.Text(text)));
  }

  /** Every version of a rule that is not the program's. */
  private static List<QuorumPolicy> rules(RecordDesk.Opened desk) {
    return PolicySet.of(
            id ->
                desk.find(QuorumPolicy.KIND.name(), id)
                    .map(found -> QuorumPolicy.from(found.id(), found.fields())))
        .all();
  }

  private static String policy(String document) {
    return line("policy", "document", document);
  }

  private static String packet(Packet packet) {
    return CasePackage.line(
        "packet",
        Map.of(
            "id", new Json.Text(packet.id().toString()),
            "handoff", new Json.Text(packet.handoff().map(RecordId::toString).orElse("")),
            "version", new Json.Number(packet.version()),
            "manifest", new Json.Text(packet.manifest()),
            "digest", new Json.Text(packet.digest())));
  }

  private static String order(RollbackOrder order) {
    return CasePackage.line(
        "order",
        Map.of(
            "id", new Json.Text(order.id().toString()),
            "document", new Json.Text(order.document()),
            "digest", new Json.Text(order.digest()),
            "envelope", new Json.Text(order.envelope())));
  }

  private static String key(DeviceKey key) {
    return CasePackage.line(
        "key",
        Map.of(
            "id", new Json.Text(key.id().toString()),
            "person", new Json.Text(key.person().map(RecordId::toString).orElse("")),
            "spki", new Json.Text(key.spki())));
  }
}
