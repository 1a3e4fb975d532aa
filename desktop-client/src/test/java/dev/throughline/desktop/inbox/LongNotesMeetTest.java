package dev.throughline.desktop.inbox;

import static dev.throughline.desktop.inbox.TwoDesks.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people make one note long; each is under the limit, both together are over it. */
class LongNotesMeetTest {
  private static final String MIDDLE = "middle ".repeat(57_000);

  @TempDir Path folder;
  private TwoDesks desks;
  private RecordId memo;

  @BeforeEach
  void meet() throws Exception {
    desks = new TwoDesks(folder);
    RecordId interview = desks.known("interview", Map.of("title", text("Long")));
    memo = desks.known("memo", Map.of("interview", text(interview), "notes", text(MIDDLE)));
    Desk.type(desks.ben, memo, MIDDLE, "ben ".repeat(90_000) + MIDDLE);
    Desk.type(desks.anna, memo, MIDDLE, MIDDLE + "anna ".repeat(72_000));
    desks.round();
  }

  @AfterEach
  void close() {
    desks.close();
  }

  private String annas() {
    return desks.held(desks.anna, memo, "notes");
  }

  private int parked() {
    return desks.anna.ledger().store().aside().parked(100).size();
  }

  @Test
  void whatIsTypedOnIsStillSaved() throws Exception {
    assertThat(annas()).startsWith("ben").endsWith("anna ").hasSizeGreaterThan(Kind.LONG_TEXT_MAX);
    assertThat(parked()).isEqualTo(1);
    Desk.type(desks.anna, memo, annas(), annas() + "one more word");
    Desk.type(desks.anna, memo, annas(), annas() + ", and one more");
    assertThat(annas()).endsWith("one more word, and one more");
    desks.round();
    assertThat(annas()).startsWith("ben").endsWith("one more word, and one more");
  }

  @Test
  void cutToWhatFitsItReachesTheOther() throws Exception {
    Desk.type(desks.anna, memo, annas(), annas() + "the end");
    Desk.type(desks.anna, memo, annas(), "ben " + MIDDLE + "anna the end");
    desks.round();
    desks.round();
    assertThat(parked()).isZero();
    assertThat(desks.held(desks.ben, memo, "notes")).isEqualTo("ben " + MIDDLE + "anna the end");
  }

  @Test
  void nobodyAloneCanPassTheLimit() throws Exception {
    RecordId alone = Desk.newMemo(desks.anna, "short");
    assertThat(
            desks
                .anna
                .ledger()
                .record(
                    List.of(
                        new Draft.Text(
                            alone, "memo", "notes", "short", "x".repeat(1 + Kind.LONG_TEXT_MAX)))))
        .isInstanceOf(SaveResult.NotSaved.class);
  }
}
