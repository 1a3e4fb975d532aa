package dev.throughline.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmendmentTest {
  @TempDir Path folder;

  @Test
  void whatWasTypedOnAnOlderTextMeetsTheNewerOneWordByWord() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId memo = Desk.newMemo(desk, "one two");
      desk.ledger().sent(List.of(1L));
      desk.ledger()
          .answered(
              List.of(new OpOutcome(1, new Outcome.Parked(ParkReason.INVALID, "does not fit"))));
      Desk.type(desk, memo, "", "typed before");
      assertThat(Desk.notes(desk, memo).split(" ")).contains("one", "two", "typed", "before");
    }
  }
}
