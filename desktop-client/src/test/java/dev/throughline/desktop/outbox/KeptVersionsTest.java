package dev.throughline.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptVersionsTest {
  @TempDir Path folder;
  private OutboxDesk desk;
  private RecordId interview;

  @BeforeEach
  void open() throws Exception {
    desk = new OutboxDesk(folder);
    desk.join();
    interview = desk.knownInterview("The price letter");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void bothSidesAreNamedWithAuthorAndTime() {
    desk.conflict(
        interview,
        "interview",
        "title",
        desk.side("The price letter", "Jon A.", 5),
        desk.side("Price letter, Berlin", "", 20));
    KeptVersion version = desk.kept().getFirst();
    assertThat(version.field()).isEqualTo("Title");
    assertThat(version.where()).isEqualTo("The price letter");
    assertThat(version.rule()).isEqualTo("You both changed it. The later one is shown.");
    assertThat(version.shown())
        .isEqualTo(
            new KeptVersion.Side("The price letter", "Jon A.", desk.time.millis() - 5 * 60_000));
    assertThat(version.kept().author()).isEqualTo("Someone");
    assertThat(version.keptText()).isEqualTo("Price letter, Berlin");
  }

  @Test
  void latestComesFirst() {
    conflictOfTitles("older", 50);
    conflictOfTitles("newest", 1);
    conflictOfTitles("old", 20);
    assertThat(desk.kept())
        .extracting(KeptVersion::keptText)
        .containsExactly("newest", "old", "older");
  }

  @Test
  void notesBelongToTheirInterview() {
    RecordId memo =
        desk.known(
            "memo",
            Map.of(
                "interview", Value.text(interview.toString()), "notes", Value.text("all of it")));
    desk.conflict(memo, "memo", "notes", desk.side("all of it", "A", 2), desk.side("all", "B", 3));
    assertThat(desk.kept().getFirst().where()).isEqualTo("The price letter");
    assertThat(desk.kept().getFirst().field()).isEqualTo("Notes");
  }

  @Test
  void daysStatesAndLinksReadAsWords() {
    RecordId study = desk.known("study", Map.of("title", Value.text("Winter diary")));
    assertThat(keptWords("date", "2026-09-08")).isEqualTo("8 Sep 2026");
    assertThat(keptWords("status", "cancelled")).isEqualTo("cancelled");
    assertThat(keptWords("study", study.toString())).isEqualTo("Winter diary");
    assertThat(keptWords("title", "")).isEqualTo("(empty)");
    assertThat(keptWords("trash", "trashed")).isEqualTo("put in the trash");
  }

  @Test
  void settledVersionIsNotListedAnyMoreAndCanComeBack() {
    conflictOfTitles("kept", 5);
    KeptVersion version = desk.kept().getFirst();
    new Outbox(desk.ledger).settle(version.conflict());
    assertThat(desk.kept()).isEmpty();
    new Outbox(desk.ledger).reopen(version.conflict());
    assertThat(desk.kept()).containsExactly(version);
  }

  private void conflictOfTitles(String kept, long minutesAgo) {
    desk.conflict(
        interview,
        "interview",
        "title",
        desk.side("shown", "A", 100),
        desk.side(kept, "B", minutesAgo));
  }

  private String keptWords(String field, String kept) {
    desk.conflict(
        interview,
        "interview",
        field,
        new Conflict.Side(Value.NOTHING, "A", "", 0),
        desk.side(kept, "B", -desk.kept().size()));
    return desk.kept().getFirst().keptText();
  }
}
