package dev.throughline.desktop.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ines comments on an interview, with Jon and Mara in the team. */
class CommentsTest {
  private static final RecordId INES = id("ines");
  private static final RecordId JON = id("jon");
  private static final RecordId MARA = id("mara");

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:10:00Z"));
  private final List<Toast> toasts = new ArrayList<>();
  private final KeptTexts unsent = new KeptTexts();
  private ClientWiring desk;
  private UndoLog undo;
  private RecordId study;
  private RecordId interview;
  private CommentsViewModel model;

  private static RecordId id(String name) {
    return new RecordId(Uuids.derived("comments test " + name));
  }

  @BeforeEach
  void open() {
    desk = Desk.open(folder.resolve("desk"));
    undo = new UndoLog(desk.ledger());
    study = Desk.make(desk, "study", Map.of("title", "Tariffs"));
    interview = Desk.make(desk, "interview", Map.of("title", "P-07", "study", study.toString()));
    member(INES, "Ines K.", "Researcher");
    member(JON, "Jon A.", "ProductManager");
    member(MARA, "Mara S.", "Researcher");
    grant(INES, Level.OWNER);
    grant(JON, Level.OPEN);
    become(INES);
    model = page();
  }

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private void member(RecordId who, String name, String role) {
    Desk.save(
        desk,
        new Draft.Set(
            who,
            "person",
            Map.of(
                Person.NAME, Value.text(name),
                Person.LOGIN, Value.text(name.substring(0, 3).toLowerCase(java.util.Locale.ROOT)),
                Person.ROLES, FieldType.Texts.of(Set.of(role)))));
  }

  private void grant(RecordId who, Level level) {
    Grant grant = Grant.of(Optional.of(who), Optional.of(study), level);
    Desk.save(desk, new Draft.Set(grant.id(), "grant", grant.toFields()));
  }

  private void become(RecordId who) {
    desk.ledger()
        .store()
        .rights()
        .take(
            Optional.of(
                new Standing(
                    Set.of("Researcher"),
                    Set.of("study", "interview", "comment", "person", "grant", "conflict"),
                    Map.of("all", "none", study.toString(), "owner"),
                    Optional.of(who),
                    0,
                    "tag of " + who)));
  }

  private CommentsViewModel page() {
    return page(time);
  }

  /** A page whose steps are saved in a background of their own. */
  private CommentsViewModel page(Background saving) {
    Steps steps = new Steps(undo, saving, Runnable::run, toasts::add);
    CommentsViewModel page =
        new CommentsViewModel(
            CommentDesk.parts(desk.ledger(), steps, unsent, time, Runnable::run, time));
    page.show(Optional.of(new Subject(interview, "interview")));
    return page;
  }

  private ComposerViewModel fresh() {
    return model.freshProperty().get().orElseThrow();
  }

  private void say(String text) {
    fresh().textProperty().set(text);
    fresh().send();
    time.pass(Duration.ofMinutes(1));
  }

  /** What somebody else said, as it comes from the server. */
  private RecordId said(RecordId by, String text, Set<RecordId> mentions, Optional<RecordId> to) {
    Comment comment =
        new Comment(
            desk.ledger().newRecord(),
            Optional.of(interview),
            "interview",
            text,
            mentions,
            to,
            Set.of(),
            false,
            Optional.of(by),
            "",
            time.millis());
    become(by);
    Desk.save(desk, new Draft.Set(comment.id(), "comment", comment.toFields()));
    become(INES);
    time.pass(Duration.ofMinutes(1));
    return comment.id();
  }

  private Comment first() {
    return model.talks().getFirst().first().comment();
  }

  @Test
  void whatIsSaidStandsThereWithItsAuthorTheOldestFirst() {
    say("Is P-09 the same household as P-05?");
    said(JON, "Ask them about the meter.", Set.of(), Optional.empty());
    assertThat(model.talks())
        .extracting(talk -> talk.first().author())
        .containsExactly("Ines K.", "Jon A.");
    assertThat(model.talks()).extracting(t -> t.first().isYours()).containsExactly(true, false);
    assertThat(first().author()).contains(INES);
    assertThat(fresh().textProperty().get()).isEmpty();
    assertThat(model.count()).isEqualTo(2);
  }

  @Test
  void anAnswerStandsBelowWhatItAnswersAndSettlesIt() {
    RecordId asked = said(JON, "@Ines K. who was it?", Set.of(INES), Optional.empty());
    assertThat(model.talks().getFirst().first().isForYou()).isTrue();
    model.answer(model.talks().getFirst());
    ComposerViewModel answer = Optional.ofNullable(model.answers().get(asked)).orElseThrow();
    answer.textProperty().set("The neighbour.");
    answer.send();
    assertThat(model.answers()).isEmpty();
    assertThat(model.talks()).singleElement().satisfies(t -> assertThat(t.answers()).hasSize(1));
    assertThat(first().settledBy()).containsExactly(INES);
    undo.undo();
    assertThat(first().settledBy()).as("one step").isEmpty();
    assertThat(model.talks().getFirst().answers()).isEmpty();
  }

  @Test
  void whoAnswersMeIsForMeAndSoIsWhoSpeaksAfterMe() {
    say("Was it the neighbour?");
    said(JON, "No.", Set.of(), Optional.of(first().id()));
    assertThat(model.talks().getFirst().answers().getFirst().isForYou()).isTrue();
    RecordId other = said(JON, "Another thing.", Set.of(), Optional.empty());
    said(MARA, "Which?", Set.of(), Optional.of(other));
    assertThat(model.talks().getLast().all()).noneMatch(Said::isForYou);
  }

  @Test
  void atOffersPeopleAndEnterWritesTheName() {
    ComposerViewModel composer = fresh();
    composer.textProperty().set("Ask @j");
    composer.typing(6);
    assertThat(composer.offered()).extracting(one -> one.name()).containsExactly("Jon A.");
    int caret = composer.take(6);
    assertThat(composer.textProperty().get()).isEqualTo("Ask @Jon A. ");
    assertThat(caret).isEqualTo("Ask @Jon A. ".length());
    assertThat(composer.offered()).isEmpty();
    assertThat(composer.mentioned()).extracting(one -> one.name()).containsExactly("Jon A.");
    composer.send();
    assertThat(first().mentions()).containsExactly(JON);
  }

  @Test
  void escapeOffersNobodyUntilAnotherNameIsBegun() {
    ComposerViewModel composer = fresh();
    composer.textProperty().set("@");
    composer.typing(1);
    assertThat(composer.offered()).as("not oneself").hasSize(2);
    composer.move(-1);
    assertThat(composer.chosenProperty().get()).isEqualTo(1);
    composer.dismiss();
    composer.textProperty().set("@m");
    composer.typing(2);
    assertThat(composer.offered()).isEmpty();
    composer.textProperty().set("@m @m");
    composer.typing(5);
    assertThat(composer.offered()).hasSize(1);
  }

  @Test
  void whoWillNotSeeItIsNamedBeforeItIsSent() {
    fresh().textProperty().set("@Jon A. @Mara S.");
    assertThat(fresh().mentioned())
        .extracting(one -> one.sight().name())
        .containsExactly("SEES", "NO_ACCESS");
    Desk.save(
        desk,
        new Draft.Set(interview, "interview", Map.of("sensitivity", Value.text("restricted"))));
    grant(MARA, Level.NONE);
    assertThat(fresh().mentioned())
        .extracting(one -> one.sight().name())
        .containsExactly("RESTRICTED", "NO_ACCESS");
    fresh().forget(fresh().mentioned().getLast());
    assertThat(fresh().textProperty().get()).isEqualTo("@Jon A. Mara S.");
    assertThat(fresh().mentions()).containsExactly(JON);
  }

  @Test
  void whatIsNotSentComesBackOnTheNextVisit() {
    fresh().textProperty().set("Half a tho");
    model.close();
    model = page();
    assertThat(fresh().textProperty().get()).isEqualTo("Half a tho");
    fresh().textProperty().set("Half a thought");
    time.pass(Duration.ofSeconds(1));
    assertThat(unsent.texts).containsValue("Half a thought");
    fresh().send();
    assertThat(unsent.texts).isEmpty();
  }

  @Test
  void onesOwnWordsAreChangedAndThoseOfOthersAreNot() {
    say("First");
    Said own = model.talks().getFirst().first();
    assertThat(own.isChangeable()).isTrue();
    model.edit(own);
    ComposerViewModel edit =
        Optional.ofNullable(model.edits().get(own.comment().id())).orElseThrow();
    edit.textProperty().set("Second @Jon A.");
    edit.send();
    assertThat(first().text()).isEqualTo("Second @Jon A.");
    assertThat(first().mentions()).containsExactly(JON);
    assertThat(model.edits()).isEmpty();
    undo.undo();
    assertThat(first().text()).isEqualTo("First");
    RecordId others = said(JON, "Mine", Set.of(), Optional.empty());
    assertThat(model.talks().getLast().first().isChangeable()).isFalse();
    assertThat(
            desk.ledger()
                .record(List.of(new Draft.Text(others, "comment", "text", "Mine", "Yours"))))
        .isInstanceOfSatisfying(
            SaveResult.NotSaved.class,
            why -> assertThat(why.sentence()).startsWith("Only who wrote a comment changes it"));
  }

  @Test
  void whoeverPressesTwiceSaysItOnce() {
    List<Runnable> saving = new ArrayList<>();
    model.close();
    model = page(new Later(saving));
    fresh().textProperty().set("Only once");
    fresh().send();
    fresh().send();
    saving.forEach(Runnable::run);
    assertThat(model.talks()).hasSize(1);
    fresh().textProperty().set("And another");
    fresh().send();
    saving.getLast().run();
    assertThat(model.talks()).hasSize(2);
  }

  @Test
  void whatCouldNotBeSavedCanBeSentAgain() {
    desk.ledger().store().rights().take(Optional.of(approver()));
    say("Not mine to say");
    assertThat(toasts).hasSize(1);
    become(INES);
    say("Not mine to say");
    assertThat(model.talks()).hasSize(1);
  }

  /** Keeps what is to be done. */
  private record Later(List<Runnable> kept) implements Background {
    @Override
    public void run(Runnable work) {
      kept.add(work);
    }

    @Override
    public Handle later(Duration delay, Runnable work) {
      throw new AssertionError("steps are done at once");
    }

    @Override
    public void loop(String name, Runnable work) {}
  }

  @Test
  void mentionsStayUnlessTheNameIsTakenOut() {
    say("@Mara S. and @Jon A.");
    assertThat(first().mentions()).containsExactlyInAnyOrder(JON, MARA);
    desk.ledger().store().rights().take(Optional.empty());
    member(MARA, "Mara Silva", "Researcher");
    become(INES);
    change("@Mara S. and @Jon A., look");
    assertThat(first().mentions()).as("called otherwise now").containsExactlyInAnyOrder(JON, MARA);
    change("@Mara S., look");
    assertThat(first().mentions()).containsExactly(MARA);
  }

  private void change(String words) {
    model.edit(model.talks().getFirst().first());
    ComposerViewModel edit = Optional.ofNullable(model.edits().get(first().id())).orElseThrow();
    edit.textProperty().set(words);
    edit.send();
  }

  @Test
  void aTalkIsResolvedAndOpenedAgain() {
    say("Done?");
    model.resolve(model.talks().getFirst(), true);
    assertThat(model.talks().getFirst().isResolved()).isTrue();
    assertThat(model.count()).isZero();
    model.resolve(model.talks().getFirst(), false);
    assertThat(model.talks().getFirst().isResolved()).isFalse();
  }

  @Test
  void answersStayWhereWhatTheyAnswerIsTakenAway() {
    say("Was it the neighbour?");
    said(JON, "No.", Set.of(), Optional.of(first().id()));
    model.trash(model.talks().getFirst().first());
    assertThat(model.talks())
        .singleElement()
        .satisfies(
            talk -> {
              assertThat(talk.first().isGone()).isTrue();
              assertThat(talk.answers()).hasSize(1);
            });
    undo.undo();
    assertThat(model.talks().getFirst().first().isGone()).isFalse();
  }

  @Test
  void whereNobodySignsInPeopleCommentAndMentionNobody() {
    desk.ledger().store().rights().take(Optional.empty());
    say("Whom do we ask next? @Jon A.");
    assertThat(model.teamProperty().get()).isFalse();
    assertThat(first().author()).isEmpty();
    assertThat(first().mentions()).isEmpty();
    assertThat(model.talks().getFirst().first().author()).isEqualTo("Ines K.");
    assertThat(model.talks().getFirst().first().isChangeable()).isTrue();
  }

  private static Standing approver() {
    return new Standing(
        Set.of("Approver"),
        Set.of("study", "interview", "comment", "person", "grant"),
        Map.of("all", "open"),
        Optional.of(INES),
        0,
        "approver");
  }

  @Test
  void whoMayNotCommentHereHearsWhy() {
    desk.ledger().store().rights().take(Optional.of(approver()));
    assertThat(model.whyNotProperty().get()).contains("An approver has no access to interviews.");
  }
}
