package dev.throughline.trials.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A handoff is signed, goes out, fails, is taken back and comes again, as in the tour. */
@Timeout(300)
class HandoffLineIT {
  @TempDir Path folder;

  @Test
  void aHandoffGoesOutIsTakenBackAndComesAgain() throws Exception {
    List<String> played = new ArrayList<>();
    HandoffChapter.embedded(
        folder.resolve("embedded"),
        folder.resolve("programs"),
        (name, step) -> {
          step.run();
          played.add(name);
        });
    assertThat(played).last().isEqualTo("the package proves every step");
  }
}
