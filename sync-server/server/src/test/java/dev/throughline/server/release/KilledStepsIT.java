package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.kernel.Kernel;
import dev.throughline.server.notice.Notices;
import dev.throughline.server.sentinel.Sentinel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However often a server dies between two steps, what happened is told as if it had not. */
class KilledStepsIT extends ReleaseDesk {
  @BeforeAll
  static void start() throws Exception {
    begin(Map.of());
  }

  private static Advance dying(Killed killed) {
    return new Advance(
        records,
        new Checking(killed, records),
        new Registering(killed, records),
        new Testing(bean(server, Probes.class), records),
        new Telling(bean(server, Notices.class), records));
  }

  /** A version that goes out, fails and is taken back, by a server that dies at one place. */
  private List<String> played(int at) throws Exception {
    handoff = manager.handoff("Price first");
    Killed killed = new Killed(bean(server, Kernel.class), bean(server, Sentinel.class), at);
    Advance usual = advance;
    try {
      advance = dying(killed);
      Release release = submitted(1);
      survive();
      report(lead, release, service, CheckOutcome.FAILED);
      survive();
      signed(now(release).order().orElseThrow());
      survive();
      assertThat(state(release)).isEqualTo(ReleaseState.ROLLED_BACK);
      assertThat(checked(exported(manager, handoff)).wrong()).isEmpty();
    } finally {
      advance = usual;
      calls = killed.calls();
    }
    return trail();
  }

  private int calls;

  private void survive() {
    try {
      go();
    } catch (Killed.Death _) {
      go();
    }
  }

  private static long upgrades(String event) throws Exception {
    try (var owner = TestDatabase.asOwner();
        var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from kernel.event where name = '" + event + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void theTrailIsThatOfAServerThatNeverDied() throws Exception {
    List<String> undisturbed = played(-1);
    int places = 2 * calls;
    assertThat(places)
        .as("sign twice, create, approve twice, apply; likewise back")
        .isGreaterThan(18);
    long applied = upgrades("upgrade.applied");
    List<String> differing = new ArrayList<>();
    for (int at = 0; at < places; at++) {
      List<String> trail = played(at);
      if (!trail.equals(undisturbed)) {
        differing.add(at + ": " + trail);
      }
    }
    assertThat(differing).isEmpty();
    assertThat(upgrades("upgrade.applied") - applied)
        .as("each once: out and back")
        .isEqualTo(2L * places);
  }
}
