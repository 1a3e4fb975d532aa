package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Json;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestServers;
import dev.throughline.server.approval.Office;
import dev.throughline.server.approval.Offices;
import dev.throughline.server.played.MovedClock;
import dev.throughline.server.sync.ServerDesk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A handoff that people sign, and the steps that follow, taken by hand and by a moved clock. */
@SuppressWarnings("NullAway.Init") // Filled before any test runs.
abstract class ReleaseDesk extends Offices {
  static final MovedClock CLOCK = new MovedClock(Instant.parse("2026-11-01T08:00:00Z"));

  static Advance advance;
  static ServerDesk records;
  static WorkspaceId workspace;
  static Office incident;

  RecordId service = TestDevice.newRecord();
  RecordId check = TestDevice.newRecord();
  private Optional<RecordId> holder = Optional.empty();

  static void begin(Map<String, String> more) throws Exception {
    open(more, CLOCK);
    advance = bean(server, Advance.class);
    records = bean(server, ServerDesk.class);
    workspace = records.workspaces().getFirst();
    incident = enrolled("Ida", "IncidentLead");
  }

  static <T> T bean(SyncServer.Running of, Class<T> type) {
    return TestServers.beans(of, type).iterator().next();
  }

  /** A version with one service, one acceptance check, and these words in it. */
  Packet packet(long version, String data, String words) {
    String of = handoff.toString();
    if (holder.filter(its -> !its.equals(handoff)).isPresent()) {
      service = TestDevice.newRecord();
      check = TestDevice.newRecord();
    }
    holder = Optional.of(handoff);
    manager.costs(handoff, LITTLE);
    manager.set(
        service,
        InfraService.KIND,
        Map.of(InfraService.HANDOFF, Value.text(of), InfraService.NAME, Value.text("Booking")));
    manager.set(
        check,
        AcceptanceCheck.KIND,
        Map.of(
            AcceptanceCheck.HANDOFF, Value.text(of),
            AcceptanceCheck.TEXT, Value.text("Bookings per day"),
            AcceptanceCheck.THRESHOLD, Value.text("more than 40")));
    manager.set(
        handoff,
        Handoff.KIND,
        Map.of(Handoff.DATA, Value.text(data), Handoff.ASK, Value.text(words)));
    return manager.packet(handoff, version, manager.device.hello().head());
  }

  Release submitted(long version) throws Exception {
    return submitted(packet(version, "none", "Prices first."));
  }

  /** Submits it, and has it signed by those the rule asks for. */
  Release submitted(Packet packet) throws Exception {
    assertThat(manager.write(packet.id(), Packet.KIND.name(), packet.toFields()))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(lead.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(one.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    signedByAll();
    return Release.from(Release.idOf(packet.id()), Map.of());
  }

  /** Nobody takes a step here but the test. */
  void signedByAll() {
    assertThat(manager.approval(handoff).state()).isEqualTo(ApprovalState.MET);
  }

  /** Takes steps until nothing is to be done at once. */
  Next go() {
    Next next = advance.step(workspace, handoff);
    while (next instanceof Next.Again) {
      next = advance.step(workspace, handoff);
    }
    return next;
  }

  /** The release as a desktop sees it. */
  Release now(Release release) {
    return Release.from(release.id(), manager.device.record(release.id()));
  }

  ReleaseState state(Release release) {
    return now(release).state();
  }

  /** Somebody says what came out of a check in the generation that is out. */
  Outcome report(Office who, Release release, RecordId of, CheckOutcome outcome) {
    long generation = now(release).generation();
    CheckResult result =
        new CheckResult(
            CheckResult.idOf(release.id(), generation, of),
            Optional.of(release.id()),
            Optional.of(of),
            generation,
            outcome,
            "41",
            Optional.of(who.person));
    return who.write(result.id(), CheckResult.KIND.name(), result.toFields());
  }

  /** A version that is out and has passed everything. */
  Release verified(long version) throws Exception {
    Release release = submitted(version);
    go();
    report(lead, release, service, CheckOutcome.PASSED);
    report(manager, release, check, CheckOutcome.PASSED);
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    return now(release);
  }

  RollbackOrder.Words words(Release release, long version, Purpose purpose, long to) {
    return new RollbackOrder.Words(
        handoff,
        release.id(),
        now(release).generation(),
        version,
        purpose,
        1,
        to,
        "It loses bookings.",
        List.of());
  }

  /** Orders it under one's own name; signed when it is an emergency. */
  RecordId order(Office who, RollbackOrder.Words words) throws Exception {
    String envelope =
        words.purpose() == Purpose.EMERGENCY
            ? who.sealed(RollbackOrder.PAYLOAD_TYPE, words.bytes())
            : "";
    RollbackOrder order = RollbackOrder.of(words, envelope, Optional.of(who.person), 7);
    assertThat(who.write(order.id(), RollbackOrder.KIND.name(), order.toFields()))
        .isInstanceOf(Outcome.Applied.class);
    return order.id();
  }

  void signed(RecordId order) throws Exception {
    assertThat(lead.answerOrder(order, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(two.answerOrder(order, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
  }

  ApprovalState orderState(RecordId order) {
    return Approval.from(Approval.idOf(order), manager.device.record(Approval.idOf(order))).state();
  }

  /** What happened to the handoff and what it consists of, as the chain tells it. */
  List<String> trail() {
    return exported(manager, handoff).stream()
        .map(line -> Json.parse(line.getBytes(StandardCharsets.UTF_8)))
        .flatMap(read -> event(read).stream())
        .toList();
  }

  private static Optional<String> event(Json.Parsed line) {
    return line instanceof Json.Parsed.Read(Json.Members(var members))
            && members.get("event") instanceof Json.Text(String event)
            && Json.parse(event.getBytes(StandardCharsets.UTF_8))
                instanceof Json.Parsed.Read(Json.Members(var its))
            && its.get("type") instanceof Json.Text(String type)
            && its.get("reason") instanceof Json.Text(String reason)
        ? Optional.of(reason.isEmpty() ? type : type + " " + reason)
        : Optional.empty();
  }
}
