package dev.throughline.desktop.memo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Desk;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people in one page of notes, with a server between them that merges as the real one does. */
class TwoDesksTest {
  private final SteppedTime time = new SteppedTime();
  private final Relay relay = new Relay();
  @TempDir Path folder;
  private ClientWiring anna;
  private ClientWiring ben;

  @BeforeEach
  void open() throws Exception {
    anna = Desk.open(folder.resolve("anna"));
    ben = Desk.open(folder.resolve("ben"));
    relay.join(anna);
    relay.join(ben);
  }

  @AfterEach
  void close() {
    anna.close();
    ben.close();
  }

  @Test
  void everyWordOfBothIsThereInTheEnd() throws Exception {
    RecordId memo = Desk.newMemo(anna, "start");
    round();
    NotesViewModel annas = notes(anna, memo);
    NotesViewModel bens = notes(ben, memo);
    RandomGenerator random = new Random(20_261_123);
    for (int i = 0; i < 60; i++) {
      type(random, annas.text(), "a" + i);
      type(random, bens.text(), "b" + i);
      if (random.nextInt(4) == 0) {
        time.pass(TypedText.UNSAVED_MAX);
      }
      if (random.nextInt(5) == 0) {
        round();
      }
    }
    annas.flush();
    bens.flush();
    round();
    round();
    assertThat(annas.text().text()).isEqualTo(bens.text().text());
    assertThat(Desk.notes(anna, memo)).isEqualTo(annas.text().text());
    for (int i = 0; i < 60; i++) {
      assertThat(annas.text().text().split("\\s+")).contains("a" + i, "b" + i);
    }
  }

  @Test
  void bothContinueTheSameLine() throws Exception {
    RecordId memo = Desk.newMemo(anna, "start");
    round();
    NotesViewModel annas = notes(anna, memo);
    NotesViewModel bens = notes(ben, memo);
    annas.text().typed("start anna wri");
    bens.text().typed("start ben too");
    time.pass(TypedText.UNSAVED_MAX);
    round();
    annas.text().typed(annas.text().text().replace("anna wri", "anna writes"));
    time.pass(TypedText.UNSAVED_MAX);
    round();
    assertThat(annas.text().text()).contains("anna writes").contains("ben too");
    assertThat(bens.text().text()).isEqualTo(annas.text().text());
  }

  private NotesViewModel notes(ClientWiring desk, RecordId memo) {
    NotesViewModel notes =
        new NotesViewModel(desk.memos(), memo, memo, Desk.notes(desk, memo), time.seams());
    desk.ledger().store().onChange(changed -> notes.changedOutside());
    return notes;
  }

  private static void type(RandomGenerator random, TypedText text, String word) {
    String[] words = text.text().split(" ");
    int at = random.nextInt(words.length);
    words[at] = random.nextBoolean() ? words[at] + " " + word : word + " " + words[at];
    text.typed(String.join(" ", words));
  }

  /** Anna pushes and pulls, then Ben, then Anna sees what Ben brought. */
  private void round() throws Exception {
    relay.push(anna);
    relay.pull(anna);
    relay.push(ben);
    relay.pull(ben);
    relay.pull(anna);
  }
}
