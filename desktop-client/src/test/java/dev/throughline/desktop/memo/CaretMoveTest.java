package dev.throughline.desktop.memo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaretMoveTest {
  @Test
  void textBehindTheCaretLeavesItWhereItIs() {
    assertThat(moved("one| two", "one two three")).isEqualTo("one| two three");
  }

  @Test
  void textBeforeTheCaretTakesItAlong() {
    assertThat(moved("one tw|o", "zero one two")).isEqualTo("zero one tw|o");
  }

  @Test
  void caretStaysBehindTheWordItEnds() {
    assertThat(moved("mine|", "mine theirs")).isEqualTo("mine| theirs");
  }

  @Test
  void caretStaysBeforeTheWordItBegins() {
    assertThat(moved("one |mine", "one theirs mine")).isEqualTo("one theirs |mine");
  }

  @Test
  void caretInAWordFindsItAgainBetweenTwoChanges() {
    assertThat(moved("aaa middle wo|rd bbb", "AAAA x middle word BB"))
        .isEqualTo("AAAA x middle wo|rd BB");
  }

  @Test
  void caretInRewrittenTextGoesToItsEnd() {
    assertThat(moved("a ol|d b", "a new b")).isEqualTo("a new| b");
  }

  @Test
  void endsStayEnds() {
    assertThat(moved("|one", "one two")).isEqualTo("|one two");
    assertThat(moved("one|", "")).isEqualTo("|");
  }

  private static String moved(String before, String after) {
    int caret = before.indexOf('|');
    int moved = CaretMove.after(before.replace("|", ""), after, caret);
    return after.substring(0, moved) + "|" + after.substring(moved);
  }
}
