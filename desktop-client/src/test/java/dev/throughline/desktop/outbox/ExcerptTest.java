package dev.throughline.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static final String LONG = "a word that stands in both texts ".repeat(20);

  @Test
  void shortTextStaysWhole() {
    assertThat(Excerpt.of("First look", "Second look")).isEqualTo("First look");
  }

  @Test
  void linesBecomeOne() {
    assertThat(Excerpt.of("one\n\n  two\tthree ", "")).isEqualTo("one two three");
  }

  @Test
  void longTextShowsWhereItDiffers() {
    assertThat(Excerpt.of(LONG + "she said seven", LONG + "she said nine"))
        .startsWith("…")
        .endsWith("she said seven")
        .hasSizeLessThan(Excerpt.LENGTH_MAX + 2);
  }

  @Test
  void longTextThatDiffersAtOnceShowsItsStart() {
    assertThat(Excerpt.of("Seven. " + LONG, "Nine. " + LONG))
        .startsWith("Seven. a word")
        .endsWith("…")
        .hasSizeLessThan(Excerpt.LENGTH_MAX + 2);
  }

  @Test
  void textWithoutSpacesIsCutAllTheSame() {
    assertThat(Excerpt.of("x".repeat(5_000), "")).hasSizeLessThan(Excerpt.LENGTH_MAX + 2);
  }

  @Test
  void charactersBeyondTheBasicPlaneStayWhole() {
    String cut = Excerpt.of("𝕏".repeat(500), "");
    assertThat(cut.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
