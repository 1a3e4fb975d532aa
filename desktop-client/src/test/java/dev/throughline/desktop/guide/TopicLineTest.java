package dev.throughline.desktop.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.topic.Topic;
import dev.throughline.model.topic.TopicKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicLineTest {
  private static List<String> kinds(String text) {
    return TopicLine.of(text).stream()
        .map(line -> line.kind().wireName() + ": " + line.text())
        .toList();
  }

  @Test
  void oneLineIsOneQuestion() {
    assertThat(TopicLine.of("  Who opens the bill? "))
        .containsExactly(
            new TopicLine("Who opens the bill?", TopicKind.QUESTION, Optional.empty()));
    assertThat(TopicLine.of(" \n\t\n")).isEmpty();
  }

  @Test
  void numbersAndBulletsGoAndUnmarkedLinesAboveThemAreSections() {
    assertThat(kinds("Bills at home\n1. Who opens them?\n2) When?\n\n- Where\n\nMore?\n# Close"))
        .containsExactly(
            "section: Bills at home",
            "question: Who opens them?",
            "question: When?",
            "question: Where",
            "question: More?",
            "section: Close");
  }

  @Test
  void linesWithoutAnyMarkAreQuestionsButForThoseThatEndInAColon() {
    assertThat(kinds("Warm up:\nHow was the way here\n2026 was a year"))
        .containsExactly(
            "section: Warm up", "question: How was the way here", "question: 2026 was a year");
  }

  @Test
  void minutesAtTheEndAreTheTopicsTime() {
    assertThat(TopicLine.of("Show me your bill (10 min)"))
        .containsExactly(new TopicLine("Show me your bill", TopicKind.QUESTION, Optional.of(10L)));
    assertThat(TopicLine.of("Wait (999 min)").getFirst().minutes()).isEmpty();
  }

  @Test
  void noWordOfALongLineIsLost() {
    String words =
        java.util.stream.IntStream.range(0, 900)
            .mapToObj(i -> "w" + i)
            .collect(Collectors.joining(" "));
    List<TopicLine> lines = TopicLine.of(words);
    assertThat(lines).allMatch(line -> line.text().length() <= Topic.TEXT_LENGTH_MAX);
    assertThat(lines.stream().map(TopicLine::text).collect(Collectors.joining(" ")))
        .isEqualTo(words);
    assertThat(TopicLine.of("\uD83D\uDE80".repeat(2_000)))
        .allMatch(line -> !Character.isHighSurrogate(line.text().charAt(line.text().length() - 1)));
  }
}
