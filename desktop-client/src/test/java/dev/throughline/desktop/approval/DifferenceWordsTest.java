package dev.throughline.desktop.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.handoff.ManifestDiff.Change;
import dev.throughline.model.handoff.ManifestDiff.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceWordsTest {
  @Test
  void aPartOfAnotherVersionHasWordsToo() {
    assertThat(
            DifferenceWords.of(
                List.of(
                    new Difference("risk", "", Change.CHANGED),
                    new Difference("alsoTransfer", "", Change.ADDED))))
        .isEqualTo("risk, something this version has no word for");
  }
}
