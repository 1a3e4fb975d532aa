package dev.throughline.desktop.transcript.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceTest {
  @Test
  void codesAreUniqueAndWithoutGaps() {
    List<String> codes =
        Arrays.stream(Sentence.values()).map(Sentence::code).filter(c -> !c.isEmpty()).toList();

    for (int i = 0; i < codes.size(); i++) {
      assertThat(codes.get(i)).isEqualTo(String.format(Locale.ROOT, "IMP-%02d", i + 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalNamesTheFileSaysWhatIsSafeAndWhatToDo(Sentence sentence) {
    if (sentence.code().isEmpty()) {
      return;
    }
    String said = sentence.with("a.vtt", 2, 3, "detail").replaceAll("\\s+", " ");

    assertThat(said).startsWith("“a.vtt” was not imported. ");
    assertThat(said).contains(" Everything you have is unchanged. ").endsWith(".");
    assertThat(said.substring(said.indexOf("unchanged."))).hasSizeGreaterThan(30);
  }

  @Test
  void aLongFileNameIsShortenedInTheSentence() {
    assertThat(Refusal.of(0, Sentence.EMPTY).naming("x\n".repeat(500)).sentence())
        .hasSizeLessThan(250);
  }
}
