package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.server.approval.Office;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rule with a time to think: what is signed goes out later, and can be stopped until then. */
class CoolOffIT extends ReleaseDesk {
  @BeforeAll
  static void start() throws Exception {
    begin(Map.of());
    Office keeper = enrolled("Kit", "KeyAdmin");
    counts(slow(), keeper);
  }

  private static QuorumPolicy slow() {
    String document =
        Policies.USUAL
            .getLast()
            .document()
            .replace("{\"excludes", "{\"coolOffHours\":4,\"excludes")
            .replace("\"version\":1", "\"version\":2");
    return rule(manager, document);
  }

  @Test
  void itGoesOutWhenTheTimeIsOver() throws Exception {
    Release release = submitted(1);
    assertThat(go()).isEqualTo(new Next.Wait(Duration.ofHours(4)));
    CLOCK.pass(Duration.ofHours(4));
    go();
    assertThat(state(release)).isEqualTo(ReleaseState.TESTING);
  }

  @Test
  void aVoteThatComesTooLateEndsNothingThatWasSignedInTime() throws Exception {
    var packet = packet(1, "none", "Prices first.");
    manager.write(packet.id(), "packet", packet.toFields());
    CLOCK.pass(Duration.ofDays(14).minusHours(1));
    lead.answer(handoff, Answer.GO);
    one.answer(handoff, Answer.GO);
    CLOCK.pass(Duration.ofHours(2));
    two.answer(handoff, Answer.GO);
    assertThat(manager.approval(handoff).state()).isEqualTo(ApprovalState.MET);
    CLOCK.pass(Duration.ofHours(3));
    go();
    assertThat(state(Release.from(Release.idOf(packet.id()), Map.of())))
        .isEqualTo(ReleaseState.TESTING);
  }

  @Test
  void whoMayStopItStopsItUntilThen() throws Exception {
    submitted(1);
    go();
    assertThat(two.answer(handoff, Answer.NO_GO).verdict()).contains(Verdict.ACCEPTED);
    assertThat(manager.approval(handoff).state()).isEqualTo(ApprovalState.REJECTED);
    CLOCK.pass(Duration.ofHours(5));
    assertThat(go()).isEqualTo(new Next.Done());
  }
}
