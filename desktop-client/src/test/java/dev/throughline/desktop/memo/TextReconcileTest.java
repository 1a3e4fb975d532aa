package dev.throughline.desktop.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TextReconcileTest {
  @Test
  void savedTextIsTheNewBase() {
    TextReconcile text = new TextReconcile("one");
    TextReconcile.Save save = text.save("one two");
    assertThat(save).isEqualTo(new TextReconcile.Save("one two", "one", "one two"));
    assertThat(text.saved(save, "one two", "one two")).isEqualTo("one two");
    assertThat(text.isEdited("one two")).isFalse();
    assertThat(text.save("one two 3").before()).isEqualTo("one two");
  }

  @Test
  void wordsOfOthersComeBackWithTheSave() {
    TextReconcile text = new TextReconcile("one");
    TextReconcile.Save save = text.save("one two");
    assertThat(text.saved(save, "zero one two", "one two")).isEqualTo("zero one two");
    assertThat(text.isEdited("zero one two")).isFalse();
  }

  @Test
  void typingGoesOnWhileTheSaveRuns() {
    TextReconcile text = new TextReconcile("start");
    TextReconcile.Save save = text.save("start ours");
    String control = text.saved(save, "start theirs ours", "start ours and mo");
    assertThat(control).isEqualTo("start theirs ours and mo");
    assertThat(text.isEdited(control)).isTrue();
    assertThat(text.save(control).before()).isEqualTo("start theirs ours");
  }

  @Test
  void halfTypedWordStaysOneWord() {
    TextReconcile text = new TextReconcile("start");
    TextReconcile.Save save = text.save("start our");
    assertThat(text.saved(save, "start theirs our", "start ours")).isEqualTo("start theirs ours");
    TextReconcile other = new TextReconcile("start");
    save = other.save("start our");
    assertThat(other.saved(save, "start our theirs", "start ours")).isEqualTo("start ours theirs");
  }

  @Test
  void changeFromOutsideShowsAtOnceWhereNothingIsTyped() {
    TextReconcile text = new TextReconcile("one");
    assertThat(text.changed("one two", "one")).isEqualTo("one two");
    assertThat(text.isEdited("one two")).isFalse();
  }

  @Test
  void changeFromOutsideMergesWithWhatIsTyped() {
    TextReconcile text = new TextReconcile("one two three");
    String control = text.changed("zero one two three", "one two three fo");
    assertThat(control).isEqualTo("zero one two three fo");
    assertThat(text.save(control))
        .isEqualTo(new TextReconcile.Save(control, "zero one two three", control));
  }

  @Test
  void sameWordsChangedByBothStayBoth() {
    TextReconcile text = new TextReconcile("the old price");
    assertThat(text.changed("the new price", "the fair price")).contains("new").contains("fair");
  }

  @Test
  void bothAppendAtTheSamePlace() {
    TextReconcile text = new TextReconcile("line\n");
    assertThat(text.changed("line\nTheirs.", "line\nmine"))
        .contains("Theirs.")
        .contains("mine")
        .doesNotContain("Theirs.mine");
  }

  @Test
  void charactersTheControlDropsAreNoEdit() {
    TextReconcile text = new TextReconcile("one\r\ntwo\u0007\r\n");
    assertThat(text.shown()).isEqualTo("one\ntwo\n");
    assertThat(text.isEdited("one\ntwo\n")).isFalse();
    assertThat(text.changed("one\r\ntwo\r\n", "one\ntwo\n")).isEqualTo("one\ntwo\n");
    assertThat(text.isEdited("one\ntwo\n")).isFalse();
  }

  @Test
  void typingLeavesDroppedCharactersInTheStore() {
    TextReconcile text = new TextReconcile("one\r\ntwo\r\n");
    TextReconcile.Save save = text.save("one\ntwo three\n");
    assertThat(save.before()).isEqualTo("one\r\ntwo\r\n");
    assertThat(save.after()).isEqualTo("one\r\ntwo three\r\n");
  }

  @Test
  void failedSaveThatTheJournalKeptIsNotDoubled() {
    TextReconcile text = new TextReconcile("");
    text.failed(text.save("abc"));
    assertThat(text.changed("abc", "abcd")).isEqualTo("abcd");
  }

  @Test
  void failedSaveThatWasLostIsTriedAgainWithEverything() {
    TextReconcile text = new TextReconcile("start");
    text.failed(text.save("start abc"));
    assertThat(text.changed("zero start", "start abcd")).isEqualTo("zero start abcd");
    assertThat(text.save("zero start abcd").before()).isEqualTo("zero start");
  }

  @Test
  void everyWordOfBothSurvivesRandomOrder() {
    RandomGenerator random = new Random(20_261_123);
    for (int run = 0; run < 500; run++) {
      String store = "b0 b1 b2 b3";
      TextReconcile text = new TextReconcile(store);
      String control = store;
      for (int i = 0; i < 12; i++) {
        control = insert(random, control, "o" + run + "x" + i);
        if (random.nextBoolean()) {
          store = insert(random, store, "t" + run + "x" + i);
        }
        TextReconcile.Save save = text.save(control);
        String written = Rebase.merge(save.before(), store, save.after());
        String meanwhile = control + (random.nextBoolean() ? " o" + run + "y" + i : "");
        store = written;
        control = text.saved(save, store, meanwhile);
        for (int j = 0; j <= i; j++) {
          assertThat(control).contains("o" + run + "x" + j);
        }
      }
      assertThat(control.split("\\s+")).contains("b0", "b1", "b2", "b3");
      for (String word : store.split("\\s+")) {
        assertThat(control).contains(word);
      }
    }
  }

  private static String insert(RandomGenerator random, String text, String word) {
    String[] words = text.split(" ");
    int at = random.nextInt(words.length + 1);
    StringBuilder result = new StringBuilder();
    for (int i = 0; i <= words.length; i++) {
      if (i == at) {
        result.append(' ').append(word);
      }
      if (i < words.length) {
        result.append(' ').append(words[i]);
      }
    }
    return result.toString().strip();
  }
}
