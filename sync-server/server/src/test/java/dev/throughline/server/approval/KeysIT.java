package dev.throughline.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose keys count, and until when. */
class KeysIT extends Offices {
  @Test
  void aKeyCountsOnceSomebodyElseConfirmedItAndUntilItIsRevoked() throws Exception {
    manager.submit(handoff, 1, MUCH, "none");
    Office fresh = office("Nil", "Approver");
    fresh.bring();
    assertThat(fresh.key().state()).isEqualTo(KeyState.PROVED);
    assertThat(fresh.answer(handoff, Answer.GO).verdict()).contains(Verdict.KEY_UNKNOWN);
    assertThat(fresh.confirm(fresh)).isInstanceOf(Outcome.Parked.class);
    assertThat(one.confirm(fresh)).as("no key administrator").isInstanceOf(Outcome.Parked.class);
    admin.confirm(fresh);
    String signed = fresh.envelope(handoff, Answer.NO_GO);
    assertThat(admin.revoke(fresh)).isInstanceOf(Outcome.Applied.class);
    assertThat(fresh.key().state()).isEqualTo(KeyState.REVOKED);
    assertThat(fresh.bring(fresh.approval(handoff).packet().orElseThrow(), signed).verdict())
        .as("whatever it says of its own time")
        .contains(Verdict.KEY_REVOKED);
    admin.confirm(fresh);
    assertThat(fresh.key().state()).as("there is no way back").isEqualTo(KeyState.REVOKED);
  }

  @Test
  void aProofThatIsNotTheKeysEnrolsNothing() throws Exception {
    Office liar = office("Lia", "Approver");
    liar.bring();
    Office other = office("Ott", "Approver");
    other.write(
        other.keyRecord(),
        DeviceKey.KIND.name(),
        Map.of(
            DeviceKey.PERSON, Value.text(other.person.toString()),
            DeviceKey.DEVICE, Value.text("a laptop"),
            DeviceKey.SPKI,
                Value.text(java.util.Base64.getEncoder().encodeToString(other.spki()))));
    other.write(
        other.keyRecord(),
        DeviceKey.KIND.name(),
        Map.of(DeviceKey.PROOF, Value.text(liar.key().proof())));
    assertThat(other.key().state()).isEqualTo(KeyState.ASKED);
    admin.confirm(other);
    assertThat(other.key().state()).isEqualTo(KeyState.ASKED);
    Outcome stolen =
        liar.write(
            TestDevice.newRecord(),
            DeviceKey.KIND.name(),
            Map.of(
                DeviceKey.PERSON, Value.text(other.person.toString()),
                DeviceKey.DEVICE, Value.text("x"),
                DeviceKey.SPKI, Value.text("AA==")));
    assertThat(stolen).isInstanceOf(Outcome.Parked.class);
  }

  @Test
  void aVoteWhoseKeyIsRevokedBeforeOthersSignedCountsNoMore() throws Exception {
    Office stolen = enrolled("Ola", "Approver");
    manager.submit(handoff, 1, LITTLE, "none");
    assertThat(stolen.answer(handoff, Answer.GO).verdict()).contains(Verdict.ACCEPTED);
    admin.revoke(stolen);
    assertThat(manager.approval(handoff).votes()).isEmpty();
    lead.answer(handoff, Answer.GO);
    assertThat(state()).isEqualTo(ApprovalState.OPEN);
    one.answer(handoff, Answer.GO);
    assertThat(state()).isEqualTo(ApprovalState.MET);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }

  @Test
  void whatOthersSignedAsWellStandsWhenAKeyIsRevoked() throws Exception {
    Office stolen = enrolled("Oda", "Approver");
    manager.submit(handoff, 1, LITTLE, "none");
    stolen.answer(handoff, Answer.GO);
    one.answer(handoff, Answer.GO);
    lead.answer(handoff, Answer.GO);
    assertThat(state()).isEqualTo(ApprovalState.MET);
    admin.revoke(stolen);
    assertThat(manager.approval(handoff).votes()).hasSize(2);
    assertThat(state()).isEqualTo(ApprovalState.MET);
    assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
  }
}
