package dev.throughline.desktop.idea;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.score.Formula;
import dev.throughline.model.score.Score;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Ideas in the window of a test, made as people make them. */
final class IdeaDesk {
  private final WholeWindow whole;
  private final Ideas ideas;

  IdeaDesk(WholeWindow whole) {
    this.whole = whole;
    this.ideas = new Ideas(whole.window().client().ledger(), InstantSource.system());
  }

  LocalStore store() {
    return whole.window().client().ledger().store();
  }

  RecordId idea(String title, String status) {
    RecordId id = ideas.newRecord();
    save(ideas.make(id, title, Optional.empty()));
    set(Idea.KIND, id, Map.of(Idea.STATUS, Value.text(status)));
    return id;
  }

  void set(Kind kind, RecordId id, Map<String, Value> fields) {
    save(new Draft.Set(id, kind.name(), fields));
  }

  void save(Draft... drafts) {
    SaveResult result = whole.window().client().ledger().record(List.of(drafts));
    if (result instanceof SaveResult.NotSaved(String code, String sentence)) {
      throw new AssertionError(code + ": " + sentence);
    }
  }

  void link(RecordId idea, RecordId source, String kind, Stance stance, int importance) {
    save(ideas.link(idea, source, kind, stance).toArray(Draft[]::new));
    set(
        Evidence.KIND,
        Evidence.idOf(idea, source),
        Map.of(Evidence.IMPORTANCE, Value.whole(importance)));
  }

  void rice(RecordId idea, String reach, String impact, String confidence, String effort) {
    save(
        ideas.score(
            idea,
            "RICE",
            Formula.RICE,
            new TreeMap<>(
                Map.of(
                    "reach", reach,
                    "impact", impact,
                    "confidence", confidence,
                    "effort", effort))));
  }

  void assume(RecordId idea, String text, int impact, int certainty) {
    Draft draft = ideas.assume(idea, text);
    save(draft);
    set(
        Assumption.KIND,
        draft.record(),
        Map.of(
            Assumption.IMPACT, Value.whole(impact), Assumption.CERTAINTY, Value.whole(certainty)));
  }

  RecordId task(RecordId idea, String title, String state, String due) {
    Draft draft = ideas.task(idea, title);
    save(draft);
    set(
        DiscoveryTask.KIND,
        draft.record(),
        Map.of(DiscoveryTask.STATE, Value.text(state), DiscoveryTask.DUE, Value.text(due)));
    return draft.record();
  }

  void decide(RecordId idea, String text, String why) {
    save(ideas.decide(idea, text, why));
  }

  void merge(RecordId from, RecordId into) {
    save(Ideas.merge(from, Optional.empty(), into));
  }

  Idea read(RecordId id) {
    return Idea.from(id, store().find(id).orElseThrow().fields());
  }

  List<RecordView> below(Kind kind, RecordId idea) {
    return store().childrenOf(kind.name(), List.of(idea));
  }

  /** The interview of the sample whose title begins like this. */
  RecordId interview(String title) throws Exception {
    whole.await(title + " is listed", () -> listed(title).isPresent());
    return whole.fx(() -> listed(title).orElseThrow().interview().id());
  }

  private Optional<InterviewRow> listed(String title) {
    return whole.window().interviews().stream()
        .filter(row -> row.interview().title().startsWith(title))
        .findFirst();
  }

  RecordId notes(String interview) throws Exception {
    return store().children("memo", interview(interview)).getFirst().id();
  }

  /** A board worth looking at; answers the idea with everything below it. */
  RecordId fill() throws Exception {
    RecordId letters = idea("Say the new price on the first page of the letter", "discovery");
    set(
        Idea.KIND,
        letters,
        Map.of(
            Idea.DESCRIPTION,
            Value.text("The letter opens with what the person pays from when on, in one line."),
            Idea.HYPOTHESIS,
            Value.text("If the price stands first, fewer people call, because they find it."),
            Idea.TARGET_METRIC,
            Value.text("Calls about the letter"),
            Idea.TARGET_VALUE,
            Value.text("-30"),
            Idea.BUDGET,
            new Money(1_250_000, "EUR").toValue()));
    link(letters, interview("P-01"), "interview", Stance.FOR, 3);
    link(letters, firstTurn("P-02"), "segment", Stance.FOR, 2);
    link(letters, notes("P-02"), "memo", Stance.AGAINST, 1);
    rice(letters, "4000", "1", "50", "2");
    rice(letters, "4200", "1", "80", "2.5");
    assume(letters, "People look at the first page before they call", 3, 1);
    assume(letters, "The print shop can change the first page within a month", 2, 2);
    task(letters, "Watch five people open the letter", "doing", "2026-12-04");
    task(letters, "Ask the print shop what it costs", "open", "2026-12-11");
    decide(
        letters,
        "Test the first page before the envelope",
        "The envelope costs four times as much, and nobody mentioned it by themselves.");
    RecordId twin = idea("Price at the top of the letter", "backlog");
    merge(twin, letters);
    link(twin, interview("P-03"), "interview", Stance.FOR, 2);
    idea("A phone line that says the price", "discovery");
    rice(idea("Reminder two days before the reading date", "mvp"), "900", "2", "80", "1");
    rice(idea("Photo of the meter instead of typing the numbers", "scale"), "1500", "3", "90", "4");
    idea("Postcard with the meter reading", "retired");
    idea("Compare with the neighbours", "backlog");
    rice(idea("Let people choose the day of the reading", "backlog"), "600", "0.5", "50", "3");
    return letters;
  }

  private RecordId firstTurn(String interview) throws Exception {
    RecordId id = interview(interview);
    return store().children("transcript", id).stream()
        .flatMap(transcript -> store().children("segment", transcript.id()).stream())
        .skip(2)
        .map(RecordView::id)
        .findFirst()
        .orElseThrow();
  }

  /** What the idea's decisions say. */
  List<String> decisions(RecordId idea) {
    return below(Decision.KIND, idea).stream()
        .map(view -> Decision.from(view.id(), view.fields()).text())
        .toList();
  }

  List<Score> scores(RecordId idea) {
    return below(Score.KIND, idea).stream()
        .map(view -> Score.from(view.id(), view.fields()))
        .sorted(Score.NEWEST_FIRST)
        .toList();
  }
}
