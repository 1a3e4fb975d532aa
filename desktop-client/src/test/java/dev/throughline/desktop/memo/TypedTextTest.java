package dev.throughline.desktop.memo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.ThreadBackground;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTextTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final SteppedTime time = new SteppedTime();
  private final PaperHome home = new PaperHome("");
  private TypedText text = new TypedText(home, "", time.seams());

  @Test
  void pauseSaves() {
    text.typed("a");
    time.pass(Duration.ofMillis(399));
    assertThat(home.writes).isEmpty();
    assertThat(text.markProperty().get()).isEqualTo(new SaveMark.Saving());
    time.pass(Duration.ofMillis(1));
    assertThat(home.writes).containsExactly("a");
    assertThat(text.markProperty().get()).isEqualTo(new SaveMark.Saved(1));
  }

  @Test
  void fastTypingIsSavedEverySecond() {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.typed(typed.append('x').toString());
      time.pass(Duration.ofMillis(100));
    }
    assertThat(home.writes).hasSize(3);
    assertThat(home.writes.getFirst()).hasSize(10);
  }

  @Test
  void nothingIsSavedWhereNothingWasTyped() {
    time.pass(LONG);
    text.save();
    text.flush();
    assertThat(home.writes).isEmpty();
    assertThat(text.markProperty().get()).isEqualTo(new SaveMark.Untouched());
  }

  @Test
  void controlCharactersInTheStoreAreNoEdit() {
    home.stored = "one\r\n";
    text = new TypedText(home, "one\r\n", time.seams());
    text.typed("one\n");
    text.flush();
    assertThat(home.writes).isEmpty();
    text.typed("one two\n");
    text.flush();
    assertThat(home.stored).isEqualTo("one two\r\n");
  }

  @Test
  void leavingSavesAtOnce() {
    text.typed("a");
    text.save();
    assertThat(home.stored).isEqualTo("a");
    time.pass(LONG);
    assertThat(home.writes).hasSize(1);
  }

  @Test
  void typingGoesOnDuringASlowSave() {
    List<String> shown = new ArrayList<>();
    text.showIn(shown::add);
    time.hold();
    text.typed("our");
    time.pass(TypedText.PAUSE);
    text.typed("ours");
    time.pass(TypedText.UNSAVED_MAX);
    home.stored = "theirs ";
    time.release();
    assertThat(text.text()).isEqualTo("theirs ours");
    assertThat(home.stored).isEqualTo("theirs ours");
    assertThat(shown.getLast()).isEqualTo("theirs ours");
    assertThat(text.markProperty().get()).isInstanceOf(SaveMark.Saved.class);
  }

  @Test
  void changeFromOutsideComesInWhileTyping() {
    home.stored = "one two";
    text = new TypedText(home, "one two", time.seams());
    text.typed("one two thr");
    home.stored = "zero one two";
    text.changedOutside();
    assertThat(text.text()).isEqualTo("zero one two thr");
    text.typed("zero one two three");
    time.pass(TypedText.PAUSE);
    assertThat(home.stored).isEqualTo("zero one two three");
  }

  @Test
  void notSavedStaysUntilALaterSaveWorks() {
    home.disk = PaperHome.Disk.FULL;
    text.typed("abc");
    time.pass(TypedText.PAUSE);
    SaveMark notSaved = new SaveMark.NotSaved("SAV-01", "The disk is full.");
    assertThat(text.markProperty().get()).isEqualTo(notSaved);
    text.typed("abcd");
    assertThat(text.markProperty().get()).isEqualTo(notSaved);
    time.pass(LONG);
    assertThat(text.text()).isEqualTo("abcd");
    home.disk = PaperHome.Disk.WORKS;
    time.pass(TypedText.RETRY);
    assertThat(home.stored).isEqualTo("abcd");
    assertThat(text.markProperty().get()).isInstanceOf(SaveMark.Saved.class);
  }

  @Test
  void saveThatOnlyReachedTheJournalIsNotDoubled() {
    home.disk = PaperHome.Disk.HALF_FULL;
    text.typed("abc");
    time.pass(TypedText.PAUSE);
    text.typed("abcd");
    time.pass(TypedText.PAUSE);
    home.disk = PaperHome.Disk.WORKS;
    time.pass(LONG);
    assertThat(home.stored).isEqualTo("abcd");
    assertThat(text.text()).isEqualTo("abcd");
  }

  @Test
  void typingTakenBackAfterAHalfSaveIsTakenBackInTheStoreToo() {
    home.disk = PaperHome.Disk.HALF_FULL;
    text.typed("abc");
    time.pass(TypedText.PAUSE);
    text.typed("");
    home.disk = PaperHome.Disk.WORKS;
    text.save();
    time.pass(LONG);
    assertThat(text.text()).isEmpty();
    assertThat(home.stored).isEmpty();
  }

  @Test
  void flushWaitsForARealDiskAndTellsWhenItCannot() {
    try (ThreadBackground background = new ThreadBackground()) {
      TypedText.Seams seams = new TypedText.Seams(background, work -> {}, InstantSource.system());
      text = new TypedText(home, "", seams);
      text.typed("a");
      assertThat(text.flush()).isTrue();
      assertThat(home.stored).isEqualTo("a");
      home.disk = PaperHome.Disk.FULL;
      text.typed("ab");
      assertThat(text.flush()).isFalse();
      assertThat(text.text()).isEqualTo("ab");
    }
  }

  @Test
  void closedTextTakesNothingMore() {
    text.typed("a");
    text.flush();
    text.close();
    text.typed("b");
    home.stored = "c";
    text.changedOutside();
    time.pass(LONG);
    assertThat(text.text()).isEqualTo("a");
  }
}
