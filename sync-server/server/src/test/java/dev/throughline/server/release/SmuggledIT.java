package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Review;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import dev.throughline.server.approval.Office;
import dev.throughline.server.approval.Smuggling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Work that was kept aside for the owners of a study is no way round those who sign. */
class SmuggledIT extends ReleaseDesk {
  @BeforeAll
  static void start() throws Exception {
    begin(Map.of());
  }

  private static boolean isHere(RecordId record) {
    return !manager.device.record(record).isEmpty();
  }

  @Test
  void aRuleThatNobodySignedDoesNotCount() {
    String document =
        Policies.USUAL
            .getFirst()
            .document()
            .replace("\"version\":1", "\"version\":2")
            .replace("\"signingDays\":14", "\"signingDays\":7");
    QuorumPolicy mine = rule(manager, document);
    Map<String, Value> fields = new HashMap<>(mine.toFields());
    fields.put(QuorumPolicy.STATE, Value.text("active"));
    Smuggling.by(manager, mine.id(), QuorumPolicy.KIND.name(), fields);
    assertThat(isHere(mine.id())).isFalse();
  }

  @Test
  void noOrderComesThatWay() throws Exception {
    Office both = enrolled("Pat", "ProductManager", "TechnicalLead");
    Release release = verified(1);
    RollbackOrder.Words alone = words(release, 1, Purpose.EMERGENCY, 0);
    String envelope = both.sealed(RollbackOrder.PAYLOAD_TYPE, alone.bytes());
    for (RollbackOrder order :
        List.of(
            RollbackOrder.of(alone, envelope, Optional.of(both.person), 7),
            RollbackOrder.of(alone, envelope, Optional.of(incident.person), 7),
            RollbackOrder.of(
                words(release, 1, Purpose.ROLLBACK, 0), "", Optional.of(incident.person), 7),
            RollbackOrder.of(words(release, 1, Purpose.ROLLBACK, 0), "", Optional.empty(), 7),
            RollbackOrder.of(
                words(release, 1, Purpose.REVERT, 0), "", Optional.of(both.person), 7))) {
      Smuggling.by(both, order.id(), RollbackOrder.KIND.name(), order.toFields());
      assertThat(isHere(order.id())).isFalse();
    }
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.VERIFIED);
    assertThat(now(release).order()).isEmpty();
  }

  @Test
  void noResultAndNoMarkComesThatWay() throws Exception {
    Release release = submitted(1);
    advance.step(workspace, handoff);
    CheckResult passed =
        new CheckResult(
            CheckResult.idOf(release.id(), 1, service),
            Optional.of(release.id()),
            Optional.of(service),
            1,
            CheckOutcome.PASSED,
            "41",
            Optional.of(lead.person));
    Smuggling.by(manager, passed.id(), CheckResult.KIND.name(), passed.toFields());
    assertThat(isHere(passed.id())).isFalse();
    RecordId packet = manager.approval(handoff).packet().orElseThrow();
    RecordId item = TestDevice.newRecord();
    Review review =
        new Review(
            Review.idOf(packet, item, two.person),
            Optional.of(packet),
            Optional.of(item),
            Review.Mark.OK,
            "All checked.",
            Optional.of(two.person));
    Smuggling.by(manager, review.id(), Review.KIND.name(), review.toFields());
    assertThat(isHere(review.id())).isFalse();
  }

  @Test
  void noPartOfAHandoffComesThatWay() {
    RecordId cost = TestDevice.newRecord();
    Smuggling.by(manager, cost, Cost.KIND.name(), Map.of(Cost.TEXT, Value.text("mine")));
    assertThat(isHere(cost)).isFalse();
  }

  @Test
  void anOrderSaysNothingThatIsNotSo() throws Exception {
    verified(1);
    Release second = verified(2);
    for (RollbackOrder.Words words :
        List.of(
            new RollbackOrder.Words(
                handoff, second.id(), 1, 2, Purpose.ROLLBACK, 1, 1, "It fails.", List.of(check)),
            new RollbackOrder.Words(
                handoff, second.id(), 1, 2, Purpose.ROLLBACK, 2, 0, "It fails.", List.of()))) {
      RecordId order = order(manager, words);
      assertThat(now(second).order()).isNotEqualTo(Optional.of(order));
    }
    RecordId order =
        order(
            manager,
            new RollbackOrder.Words(
                handoff, second.id(), 1, 2, Purpose.ROLLBACK, 3, 1, "It fails.", List.of()));
    assertThat(now(second).order()).contains(order);
    assertThat(orderState(order)).isEqualTo(ApprovalState.OPEN);
    assertThat(lead.answerOrder(order, Answer.GO).verdict()).isPresent();
  }
}
