package dev.throughline.server.people;

import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicyReader;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Manifest;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The operations with which every kind of the matrix is made and written. */
final class MatrixOps {
  private final Map<String, RecordId> there;
  private final Map<String, TestDevice> devices;
  private long packets;
  private long keys;
  private long orders;
  private int rules;

  /**
   * @param there a record of each kind, as far as there is one yet
   * @param devices those of each role
   */
  MatrixOps(Map<String, RecordId> there, Map<String, TestDevice> devices) {
    this.there = there;
    this.devices = devices;
  }

  /** Makes a record that was not there before. */
  Op making(TestDevice device, String kind) {
    if (kind.equals("packet")) {
      return packet(device);
    }
    if (kind.equals("vote")) {
      return vote(device);
    }
    if (kind.equals("device-key")) {
      return key(device);
    }
    if (kind.equals("check-result")) {
      return result(device);
    }
    if (kind.equals("review")) {
      return review(device);
    }
    if (kind.equals("quorum-policy")) {
      return rule(device);
    }
    if (kind.equals("rollback-order")) {
      return order(device);
    }
    if (!kind.equals("grant")) {
      Map<String, FieldChange> fields = new TreeMap<>(fields(kind));
      if (kind.equals("comment")) {
        fields.put("author", FieldChange.put(Value.text(person(device).toString())));
      }
      return device.edit(TestDevice.newRecord(), kind, 0, fields);
    }
    Grant grant = Grant.of(Optional.of(TestDevice.newRecord()), Optional.empty(), Level.OPEN);
    return device.edit(grant.id(), kind, 0, GrantedTeam.puts(grant.toFields()));
  }

  private Op vote(TestDevice device) {
    String envelope = TestDevice.newRecord().toString();
    Map<String, FieldChange> fields = new TreeMap<>();
    fields.put(Vote.ENVELOPE, FieldChange.put(Value.text(envelope)));
    fields.put(Vote.PACKET, FieldChange.put(Value.text(there("packet").toString())));
    return device.edit(Vote.idOf(envelope), "vote", 0, fields);
  }

  private Op key(TestDevice device) {
    byte[] spki = new byte[32];
    new java.util.Random(keys++).nextBytes(spki);
    Map<String, FieldChange> fields = new TreeMap<>();
    fields.put(DeviceKey.PERSON, FieldChange.put(Value.text(person(device).toString())));
    fields.put(DeviceKey.DEVICE, FieldChange.put(Value.text("a laptop")));
    fields.put(DeviceKey.SPKI, FieldChange.put(Value.text(Base64s.write(spki))));
    return device.edit(DeviceKey.idOf(spki), "device-key", 0, fields);
  }

  private Op result(TestDevice device) {
    RecordId release = there("release");
    RecordId check = TestDevice.newRecord();
    RecordId id = CheckResult.idOf(release, 1, check);
    CheckResult result =
        new CheckResult(
            id,
            Optional.of(release),
            Optional.of(check),
            1,
            CheckOutcome.PASSED,
            "",
            Optional.of(person(device)));
    return device.edit(id, "check-result", 0, GrantedTeam.puts(result.toFields()));
  }

  private Op review(TestDevice device) {
    RecordId packet = there("packet");
    RecordId item = TestDevice.newRecord();
    RecordId id = Review.idOf(packet, item, person(device));
    Review review =
        new Review(
            id,
            Optional.of(packet),
            Optional.of(item),
            Review.Mark.OK,
            "",
            Optional.of(person(device)));
    return device.edit(id, "review", 0, GrantedTeam.puts(review.toFields()));
  }

  /** The second version of a rule of which nothing was proposed yet. */
  private Op rule(TestDevice device) {
    List<Policy> all = Policies.ALL.stream().filter(Policies::isChangeable).toList();
    String first = all.get(rules).document();
    if (device.equals(devices.get("ProductManager"))
        || device.equals(devices.get("TechnicalLead"))) {
      rules++;
    }
    String document = first.replace("\"version\":1", "\"version\":2");
    QuorumPolicy proposal =
        QuorumPolicy.of(
            ((PolicyReader.Parsed.Read)
                    PolicyReader.parse(document.getBytes(StandardCharsets.UTF_8)))
                .policy(),
            Optional.of(person(device)),
            "We are more by now.");
    return device.edit(proposal.id(), "quorum-policy", 0, GrantedTeam.puts(proposal.toFields()));
  }

  /** An incident lead alone acts in an emergency. */
  private Op order(TestDevice device) {
    boolean isLead = device.equals(devices.get("IncidentLead"));
    RollbackOrder order =
        RollbackOrder.of(
            new RollbackOrder.Words(
                there("handoff"),
                there("release"),
                1,
                1,
                isLead ? Purpose.EMERGENCY : Purpose.ROLLBACK,
                ++orders,
                0,
                "It loses bookings.",
                List.of()),
            isLead ? "{}" : "",
            Optional.of(person(device)),
            7);
    return device.edit(order.id(), "rollback-order", 0, GrantedTeam.puts(order.toFields()));
  }

  /** The next version of a handoff that is there. */
  private Op packet(TestDevice device) {
    RecordId handoff = there("handoff");
    Bundle bundle =
        new Bundle(
            Handoff.from(handoff, Map.of()),
            Idea.from(handoff, Map.of()),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            true);
    long version = packets + 1;
    if (device.equals(devices.get("ProductManager"))) {
      packets++;
    }
    Packet packet =
        Packet.of(
            handoff,
            version,
            Manifest.of(bundle, version).canonical(),
            Optional.of(person(device)),
            7,
            0);
    return device.edit(packet.id(), "packet", 0, GrantedTeam.puts(packet.toFields()));
  }

  static RecordId person(TestDevice device) {
    return device.hello().standing().orElseThrow().person().orElseThrow();
  }

  Map<String, FieldChange> fields(String kind) {
    String note = "Seen at the door.";
    Map<String, String> one =
        switch (kind) {
          case "study", "interview", "transcript", "idea", "discovery-task", "sprint" ->
              Map.of("title", note);
          case "handoff", "checklist-item" -> Map.of("title", note);
          case "proof" -> Map.of("text", note);
          case "cost", "acceptance-check" ->
              Map.of("text", note, "handoff", there("handoff").toString());
          case "infra-service" -> Map.of("name", note, "handoff", there("handoff").toString());
          case "result" -> Map.of("note", note);
          case "packet" -> Map.of("digest", "0");
          case "approval" -> Map.of("state", "met");
          case "vote" -> Map.of("verdict", "accepted");
          case "device-key" -> Map.of("state", "enrolled");
          case "release" -> Map.of("state", "verified");
          case "review" -> Map.of("mark", "ok");
          case "quorum-policy" -> Map.of("state", "active");
          case "check-result" -> Map.of("outcome", "passed");
          case "rollback-order" -> Map.of("digest", "0");
          case "topic", "segment", "assumption", "decision", "feature", "milestone", "criterion" ->
              Map.of("text", note);
          case "mvp" -> Map.of("version", "1");
          case "measurement" -> Map.of("metric", "Bookings");
          case "comment" -> Map.of("text", note, "about", there("study").toString());
          case "participant" -> Map.of("pseudonym", "P-07");
          case "memo" -> Map.of("notes", note);
          case "evidence" -> Map.of("stance", "against");
          case "score" -> Map.of("name", "RICE");
          case "coverage" -> Map.of("state", "covered");
          case "consent" -> Map.of("note", note);
          case "media-key" -> Map.of("secret", "");
          case "recording" -> Map.of("name", note);
          case "bookmark" -> Map.of("label", note);
          case "person" -> Map.of("login", "somebody");
          case "grant" -> Map.of("level", "open");
          case "conflict" -> Map.of("state", "resolved", "resolution", "shown");
          case "rescue" -> Map.of("state", "declined");
          default -> throw new IllegalArgumentException(kind);
        };
    return one.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, field -> FieldChange.put(Value.text(field.getValue()))));
  }

  RecordId there(String kind) {
    return Objects.requireNonNull(there.get(kind));
  }
}
