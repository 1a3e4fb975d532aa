package dev.throughline.desktop.idea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.score.Formula;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists say of ideas, read whole and change by change. */
class IdeaShelfTest {
  @TempDir Path folder;
  private ClientWiring desk;
  private Ideas ideas;

  @BeforeEach
  void open() throws Exception {
    desk = Desk.open(folder.resolve("profile"));
    ideas = new Ideas(desk.ledger(), InstantSource.system());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private RecordId idea(String title) {
    RecordId id = ideas.newRecord();
    Desk.save(desk, ideas.make(id, title, Optional.empty()));
    return id;
  }

  private void link(RecordId idea, RecordId source, Stance stance) {
    ideas.link(idea, source, "interview", stance).forEach(draft -> Desk.save(desk, draft));
  }

  private void score(RecordId idea, String reach) {
    Desk.save(
        desk,
        ideas.score(
            idea,
            "RICE",
            Formula.RICE,
            new TreeMap<>(
                Map.of("reach", reach, "impact", "1", "confidence", "100", "effort", "1"))));
  }

  private List<IdeaRow> rows() {
    IdeaShelf shelf = new IdeaShelf(desk.ledger().store());
    shelf.load();
    return shelf.rows();
  }

  private IdeaRow row(RecordId idea) {
    return rows().stream().filter(row -> row.id().equals(idea)).findFirst().orElseThrow();
  }

  private void trash(RecordId id, Kind kind) {
    Desk.save(desk, new Draft.Move(id, kind.name(), Action.TRASH));
  }

  @Test
  void whatBelongsToMergedIdeasCountsOnceWhereTheyWent() {
    RecordId head = idea("Head");
    RecordId twin = idea("Twin");
    RecordId shared = ideas.newRecord();
    link(head, shared, Stance.FOR);
    link(twin, shared, Stance.FOR);
    link(twin, ideas.newRecord(), Stance.AGAINST);
    Desk.save(desk, ideas.assume(twin, "It works"));
    Desk.save(desk, ideas.task(twin, "Ask"));
    score(twin, "7");
    Desk.save(desk, Ideas.merge(twin, Optional.empty(), head));

    assertThat(rows()).extracting(IdeaRow::id).containsExactly(head);
    IdeaRow row = row(head);
    assertThat(row.supporting()).isEqualTo(1);
    assertThat(row.opposing()).isEqualTo(1);
    assertThat(row.untested()).isEqualTo(1);
    assertThat(row.openTasks()).isEqualTo(1);
    assertThat(row.merged()).containsExactly(twin);
    assertThat(IdeaWords.score(row.score())).isEqualTo("7");

    score(head, "3");
    assertThat(IdeaWords.score(row(head).score()))
        .as("its own score counts before that of one that was merged")
        .isEqualTo("3");
  }

  @Test
  void aMergeIntoAnIdeaThatIsGoneDoesNotHideTheOther() {
    RecordId head = idea("Head");
    RecordId twin = idea("Twin");
    Desk.save(desk, Ideas.merge(twin, Optional.empty(), head));
    trash(head, Idea.KIND);
    assertThat(rows()).extracting(IdeaRow::id).containsExactly(twin);
  }

  @Test
  void aLinkThatWasTakenAwayComesBackAsItself() {
    RecordId idea = idea("Head");
    RecordId source = ideas.newRecord();
    link(idea, source, Stance.FOR);
    trash(Evidence.idOf(idea, source), Evidence.KIND);
    assertThat(row(idea).hasEvidence()).isFalse();
    link(idea, source, Stance.AGAINST);
    assertThat(row(idea).opposing()).isEqualTo(1);
    assertThat(row(idea).supporting()).isZero();
  }

  @Test
  void readingChangeByChangeSaysTheSameAsReadingAll() {
    IdeaShelf shelf = new IdeaShelf(desk.ledger().store());
    shelf.load();
    desk.ledger().store().onChange(change -> shelf.reread(change.records()));
    RecordId one = idea("One");
    RecordId two = idea("Two");
    RecordId source = ideas.newRecord();
    link(one, source, Stance.FOR);
    score(one, "5");
    Desk.save(desk, Ideas.move(two, IdeaStatus.BACKLOG, IdeaStatus.MVP));
    Desk.save(desk, Ideas.merge(two, Optional.empty(), one));
    trash(Evidence.idOf(one, source), Evidence.KIND);
    assertThat(shelf.rows()).containsExactlyInAnyOrderElementsOf(rows());
    Desk.save(desk, Ideas.split(Idea.from(two, fields(two))));
    trash(one, Idea.KIND);
    assertThat(shelf.rows()).containsExactlyInAnyOrderElementsOf(rows());
  }

  private Map<String, Value> fields(RecordId id) {
    return desk.ledger().store().find(id).orElseThrow().fields();
  }

  @Test
  void theBestScoreComesFirstAndWhatHasNoneLast() {
    RecordId low = idea("Kiosk low");
    RecordId none = idea("Kiosk none");
    RecordId high = idea("Kiosk high");
    score(low, "9");
    score(high, "10");
    assertThat(Arranged.of(rows(), "").all())
        .extracting(IdeaRow::id)
        .containsExactly(high, low, none);
    assertThat(Arranged.of(rows(), " HIGH kiosk ").columns().get(IdeaStatus.BACKLOG))
        .extracting(IdeaRow::id)
        .containsExactly(high);
  }
}
