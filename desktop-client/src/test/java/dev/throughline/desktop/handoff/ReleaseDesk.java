package dev.throughline.desktop.handoff;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.handoff.Manifest;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.PlannedCheck;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.RollbackOrder.Words;
import dev.throughline.model.release.Waits;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeEach;

/**
 * Two versions of a handoff were signed; the first was verified before the second took its place.
 * The server's part of what becomes of the second is written as the server would write it.
 */
abstract class ReleaseDesk extends SignDesk {
  static final String REASON = "Workshops get the pictures a day late.";

  static final RecordId INA = RecordId.of("01920000-0000-7000-8000-0000000000a3");
  private static final long HOUR = 3_600_000;
  private static final long TWO_DAYS = 48 * HOUR;

  Packet second;
  List<PlannedCheck> planned;

  @BeforeEach
  void sendOut() {
    person(INA, "Ina K.");
    second =
        Packet.of(handoff, 2, Manifest.of(bundle, 2).canonical(), Optional.of(MARA), ago(8), 0);
    save(second.id(), Packet.KIND, second.toFields());
    planned = PlannedCheck.of(Manifest.of(bundle, 2));
    approval("", ApprovalState.SPENT);
    save(
        Approval.idOf(handoff),
        Approval.KIND,
        Map.of(
            Approval.PACKET, Value.text(second.id().toString()),
            Approval.VOTES,
                Approval.votes(List.of(cast(SOL, "TechnicalLead"), cast(INA, "Approver")))));
    release(
        packet,
        ReleaseState.SUPERSEDED,
        Waits.NOTHING,
        Map.of(Release.VERIFIED_AT, Value.whole(ago(90))));
  }

  private Approval.Cast cast(RecordId person, String role) {
    return new Approval.Cast(
        second.id(), second.id(), person, Set.of(role), Answer.GO, ago(6), ago(6));
  }

  static long ago(long hours) {
    return System.currentTimeMillis() - hours * HOUR;
  }

  void release(Packet of, ReleaseState state, Waits waits, Map<String, Value> more) {
    Map<String, Value> fields = new HashMap<>();
    fields.put(Release.HANDOFF, Value.text(handoff.toString()));
    fields.put(Release.PACKET, Value.text(of.id().toString()));
    fields.put(Release.STATE, Value.text(state.wireName()));
    fields.put(Release.WAITS, Value.text(waits.wireName()));
    fields.put(Release.GENERATION, Value.whole(1));
    fields.put(Release.STARTED_AT, Value.whole(ago(5)));
    fields.put(Release.SINCE, Value.whole(ago(2)));
    fields.putAll(more);
    asServer(() -> save(Release.idOf(of.id()), Release.KIND, fields));
  }

  /** The second version is there. */
  void is(ReleaseState state, Waits waits, CheckResult.Taken... results) {
    release(
        second, state, waits, Map.of(Release.RESULTS, CheckResult.Taken.values(List.of(results))));
  }

  CheckResult.Taken result(int check, CheckOutcome outcome, String value) {
    return new CheckResult.Taken(planned.get(check).id(), outcome, value, Optional.of(SOL), ago(1));
  }

  Release released() {
    RecordId id = Release.idOf(second.id());
    return Release.from(id, store().find(id).orElseThrow().fields());
  }

  RollbackOrder order(Purpose purpose, String reason, Optional<RecordId> by) {
    Words words =
        new Words(
            handoff,
            Release.idOf(second.id()),
            1,
            2,
            purpose,
            1,
            1,
            reason,
            List.of(planned.getLast().id()));
    RollbackOrder order = RollbackOrder.of(words, "", by, ago(1));
    asServer(() -> save(order.id(), RollbackOrder.KIND, order.toFields()));
    return order;
  }

  /**
   * Opens an order for its signatures, as the server would.
   *
   * @param digest of the case; empty for the right one
   */
  void opened(RollbackOrder order, String digest) {
    Policy policy = Policies.of(order.words().orElseThrow().purpose());
    RecordId id = Approval.idOf(order.id());
    Subject subject = new Subject(handoff, order.id(), order.digest(), document(order));
    Map<String, Value> fields = opened(id, subject, policy, digest);
    order.by().ifPresent(by -> fields.put(Approval.REQUESTER, Value.text(by.toString())));
    fields.put(Approval.OPENED_AT, Value.whole(ago(1)));
    fields.put(Approval.EXPIRES_AT, Value.whole(ago(1) + TWO_DAYS));
    asServer(() -> save(id, Approval.KIND, fields));
  }

  static Json document(RollbackOrder order) {
    return Json.parse(order.document().getBytes(StandardCharsets.UTF_8))
            instanceof Json.Parsed.Read(Json json)
        ? json
        : new Json.Text("");
  }

  Approval approvalOf(RollbackOrder order) {
    RecordId id = Approval.idOf(order.id());
    return Approval.from(id, store().find(id).orElseThrow().fields());
  }

  List<RollbackOrder> orders() {
    return store().childrenOf(RollbackOrder.KIND.name(), List.of(handoff)).stream()
        .map(view -> RollbackOrder.from(view.id(), view.fields()))
        .toList();
  }

  /** The last check failed; the others passed. */
  void failed() {
    CheckResult.Taken[] results = new CheckResult.Taken[planned.size()];
    for (int i = 0; i < results.length; i++) {
      boolean isLast = i == results.length - 1;
      results[i] =
          result(
              i,
              isLast ? CheckOutcome.FAILED : CheckOutcome.PASSED,
              isLast ? "31 of 40 in time" : "180 ms");
    }
    is(ReleaseState.FAILED, Waits.SIGNATURES, results);
  }

  void type(String selector, String words) throws Exception {
    whole.fx(
        () -> {
          whole.scene().getRoot().lookupAll(selector).stream()
              .filter(ReleaseDesk::isShown)
              .map(TextInputControl.class::cast)
              .findFirst()
              .orElseThrow()
              .requestFocus();
          return true;
        });
    whole.type(words);
  }

  private static boolean isShown(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
