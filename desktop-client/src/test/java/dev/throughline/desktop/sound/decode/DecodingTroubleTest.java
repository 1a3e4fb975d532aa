package dev.throughline.desktop.sound.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.Texts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecodingTroubleTest {
  @ParameterizedTest
  @EnumSource
  void everyTroubleHasItsSentences(DecodingTrouble trouble) {
    assertThat(Texts.text(trouble.refusedKey())).endsWith(".");
    assertThat(Texts.text(trouble.keptKey())).endsWith(".");
  }

  @Test
  void noTwoHaveOneCode() {
    assertThat(Arrays.stream(DecodingTrouble.values()).map(DecodingTrouble::code))
        .doesNotHaveDuplicates();
  }
}
