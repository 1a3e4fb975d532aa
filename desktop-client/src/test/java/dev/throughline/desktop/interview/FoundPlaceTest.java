package dev.throughline.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundPlaceTest {
  private static final int TURNS = 10_000;

  @TempDir Path folder;
  private SessionDesk desk;
  private RecordId interview;
  private final List<RecordId> turns = new ArrayList<>();

  @BeforeEach
  void open() {
    desk = new SessionDesk(Desk.open(folder.resolve("anna")));
    interview = desk.newInterview("Long talk");
  }

  @AfterEach
  void close() {
    desk.client.close();
  }

  private void say() {
    RecordId transcript = desk.client.ledger().newRecord();
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        new Draft.Set(
            transcript,
            Transcript.KIND.name(),
            Map.of("interview", Value.text(interview.toString()), "title", Value.text("T"))));
    for (int i = 0; i < TURNS; i++) {
      RecordId turn = desk.client.ledger().newRecord();
      turns.add(turn);
      drafts.add(
          new Draft.Set(
              turn,
              Segment.KIND.name(),
              Map.of(
                  "transcript", Value.text(transcript.toString()),
                  "position", Value.whole((i + 1) * 1_024L),
                  "text", Value.text("the price of number " + i))));
    }
    for (int from = 0; from < drafts.size(); from += 2_000) {
      desk.client.ledger().record(drafts.subList(from, Math.min(drafts.size(), from + 2_000)));
    }
  }

  private static FindViewModel find(SessionViewModel page) {
    return page.writingProperty().get().orElseThrow().find();
  }

  @Test
  void aTurnFarDownIsShownOnceItIsRead() {
    say();
    SessionViewModel page = desk.page(interview);
    RecordId wanted = turns.get(9_321);
    find(page).show(new FoundPlace(interview, Optional.of(wanted), 4, "price"));
    desk.time.pass(FindViewModel.PAUSE);
    assertThat(find(page).currentProperty().get().orElseThrow().turn()).contains(wanted);
    assertThat(find(page).queryProperty().get()).isEqualTo("price");
    assertThat(find(page).openProperty().get()).isTrue();
    find(page).next();
    assertThat(find(page).currentProperty().get().orElseThrow().turn()).contains(turns.get(9_322));
  }

  @Test
  void aLineOfTheNotesIsShownAtItsWords() {
    Session session = desk.client.interviews().open(interview).orElseThrow();
    Desk.type(desk.client, session.memo(), "", "first price\nsecond line\nlast price of all");
    SessionViewModel page = desk.page(interview);
    find(page).show(new FoundPlace(interview, Optional.empty(), 29, "price"));
    desk.time.pass(FindViewModel.PAUSE);
    assertThat(find(page).currentProperty().get().orElseThrow().span().begin()).isEqualTo(29);
  }

  @Test
  void aPlaceThatChangedSinceLeadsAsNearAsPossible() {
    Session session = desk.client.interviews().open(interview).orElseThrow();
    Desk.type(desk.client, session.memo(), "", "the price moved");
    SessionViewModel page = desk.page(interview);
    find(page).show(new FoundPlace(interview, Optional.empty(), 0, "price"));
    desk.time.pass(FindViewModel.PAUSE);
    assertThat(find(page).currentProperty().get().orElseThrow().span().begin()).isEqualTo(4);
  }
}
