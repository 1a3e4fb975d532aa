package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.app.ServerHolds;
import dev.throughline.desktop.hold.Hold;
import dev.throughline.desktop.hold.HoldStep;
import dev.throughline.desktop.hold.HoldWish;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two people set and end a legal hold from their desktops, over a real server. */
class HoldsFromDesktopsIT extends SignedInDesks {
  private static ServerHolds holds(ClientWiring desk) {
    desk.loop().connect(address());
    return new ServerHolds(desk.loop());
  }

  private static Hold done(Optional<Reply<Hold>> reply) {
    assertThat(reply).get().isInstanceOf(Reply.Ok.class);
    return ((Reply.Ok<Hold>) reply.orElseThrow()).value();
  }

  private static String code(Optional<? extends Reply<?>> reply) {
    assertThat(reply).get().isInstanceOf(Reply.Refused.class);
    return ((Reply.Refused<?>) reply.orElseThrow()).code();
  }

  @Test
  void itTakesTwoPeopleAndEachRefusalComesInASentence() throws Exception {
    try (ClientWiring officer = desk("privacy-officer");
        ClientWiring lawyer = desk("legal-reviewer");
        ClientWiring researcher = desk("researcher")) {
      for (ClientWiring desk : List.of(officer, lawyer, researcher)) {
        sync(desk);
      }
      RecordId interview = make(researcher, "interview", Map.of("title", "Price letter"));
      ServerHolds one = holds(officer);
      ServerHolds other = holds(lawyer);
      HoldWish wish =
          new HoldWish("a-key-of-its-own", "M-17", "A complaint", Hold.Reach.INTERVIEW, interview);
      Hold proposed = done(one.propose(wish));
      assertThat(done(one.propose(wish)).id()).as("once").isEqualTo(proposed.id());
      assertThat(proposed.state()).isEqualTo(Hold.State.PROPOSED);
      assertThat(proposed.proposed().person()).isEqualTo(person(officer).orElseThrow());
      assertThat(code(one.step(proposed, HoldStep.CONFIRM))).isEqualTo("SRV-28");
      assertThat(done(other.step(proposed, HoldStep.CONFIRM)).state()).isEqualTo(Hold.State.ACTIVE);
      assertThat(((Reply.Ok<List<Hold>>) other.holds().orElseThrow()).value())
          .anyMatch(hold -> hold.id().equals(proposed.id()) && hold.confirmed().isPresent());
      assertThat(done(one.step(proposed, HoldStep.RELEASE)).state())
          .isEqualTo(Hold.State.RELEASING);
      assertThat(code(one.step(proposed, HoldStep.RELEASE))).isEqualTo("SRV-28");
      assertThat(done(other.step(proposed, HoldStep.RELEASE)).state())
          .isEqualTo(Hold.State.RELEASED);
      assertThat(code(holds(researcher).holds())).isEqualTo("SRV-26");
    }
  }
}
