package dev.throughline.desktop.exchange.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd,etc-passwd",
    "C:\\boot.ini,C--boot.ini",
    "What? Why: <now> | \"later\",What- Why- -now- - -later-",
    "...,Untitled",
    "' . ',Untitled",
    "ends with dots...,ends with dots",
    "-rf,rf",
    "~root,root"
  })
  void separatorsAndEndsGo(String wish, String name) {
    assertThat(FileNames.safe(wish)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CON",
        "con.",
        "nul.txt",
        "Aux .md",
        "COM1",
        "lpt9.tar.gz",
        "com\u00B2",
        "CONIN$",
        "COM0"
      })
  void namesOfDevicesAreAvoided(String wish) {
    assertThat(FileNames.safe(wish)).startsWith("_");
  }

  @Test
  void namesThatOnlyLookLikeDevicesStay() {
    assertThat(FileNames.safe("Console")).isEqualTo("Console");
    assertThat(FileNames.safe("COM10")).isEqualTo("COM10");
  }

  @Test
  void whatCannotBeSeenGoes() {
    assertThat(FileNames.safe("a\u202Egpj.md\u200B\u0000\n\tb")).isEqualTo("agpj.md b");
  }

  @Test
  void namesAreShortAndWhole() {
    String name = FileNames.safe("😀é".repeat(200));
    assertThat(name.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(FileNames.NAME_BYTES_MAX);
    assertThat(name).doesNotEndWith("\uD83D");
  }

  @Test
  void sameNamesGetNumbersWhateverTheirCase() {
    FileNames names = new FileNames();
    assertThat(names.unique("Talk", ".md")).isEqualTo("Talk.md");
    assertThat(names.unique("TALK", ".md")).isEqualTo("TALK (2).md");
    assertThat(names.unique("Talk (2)", ".md")).isEqualTo("Talk (2) (2).md");
    assertThat(names.unique("STRASSE", ".md")).isEqualTo("STRASSE.md");
    assertThat(names.unique("straße", ".md")).isEqualTo("straße (2).md");
  }

  @Test
  void everyTitleMakesASafeNameOfItsOwn() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    FileNames names = new FileNames();
    Set<String> seen = new HashSet<>();
    for (int round = 0; round < 3_000; round++) {
      StringBuilder wish = new StringBuilder();
      int length = random.nextInt(8);
      for (int i = 0; i < length; i++) {
        wish.append(
            random.nextInt(3) == 0
                ? (char) random.nextInt(0x10000)
                : "./\\conA:".charAt(random.nextInt(8)));
      }
      String name = names.unique(wish.toString(), ".md");
      assertThat(seen.add(name.toLowerCase(Locale.ROOT))).isTrue();
      assertThat(name).doesNotContain("/", "\\", ":", "\0").doesNotStartWith(".");
    }
  }
}
