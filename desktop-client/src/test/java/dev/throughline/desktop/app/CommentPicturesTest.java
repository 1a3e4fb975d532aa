package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments in the real window, written and settled by the keyboard alone. */
class CommentPicturesTest {
  private static final RecordId INES = person("Ines");
  private static final RecordId JON = person("Jon");
  private static final RecordId MARA = person("Mara");

  @TempDir Path folder;
  private WholeWindow whole;
  private RecordId study;
  private RecordId interview;
  private RecordId asked;

  private static RecordId person(String login) {
    return new RecordId(Uuids.derived("person of comment pictures " + login));
  }

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"));
    study = Desk.make(client(), "study", Map.of("title", "Tariff letters"));
    interview =
        Desk.make(
            client(),
            "interview",
            Map.of("title", "P-07, first switch attempt", "study", study.toString()));
    Desk.make(
        client(),
        "memo",
        Map.of("interview", interview.toString(), "notes", "She does the sum on paper first."));
    member(INES, "Ines K.", "Researcher");
    member(JON, "Jon A.", "ProductManager");
    member(MARA, "Mara S.", "Researcher");
    grant(INES, Level.OWNER);
    grant(JON, Level.OPEN);
    asked =
        say(
            JON,
            "@Ines K. is P-09 the same household as P-05? Both speak of the same meter.",
            Set.of(INES),
            Optional.empty(),
            50);
    say(MARA, "The addresses differ, I looked.", Set.of(), Optional.of(asked), 40);
    RecordId done = say(MARA, "The second half is hard to hear.", Set.of(), Optional.empty(), 30);
    Desk.save(
        client(),
        new Draft.Set(done, "comment", Map.of(Comment.STATE, Value.text(Comment.RESOLVED))));
    say(INES, "She says she does the sum twice. Worth a clip.", Set.of(), Optional.empty(), 20);
    become();
  }

  @AfterEach
  void close() {
    whole.close();
  }

  private ClientWiring client() {
    return whole.window().client();
  }

  private void member(RecordId id, String name, String role) {
    Desk.save(
        client(),
        new Draft.Set(
            id,
            "person",
            Map.of(
                Person.NAME, Value.text(name),
                Person.LOGIN, Value.text(name.toLowerCase(Locale.ROOT).replace(" ", ".")),
                Person.ROLES, FieldType.Texts.of(Set.of(role)))));
  }

  private void grant(RecordId person, Level level) {
    Grant grant = Grant.of(Optional.of(person), Optional.of(study), level);
    Desk.save(client(), new Draft.Set(grant.id(), "grant", grant.toFields()));
  }

  private RecordId say(
      RecordId by, String text, Set<RecordId> to, Optional<RecordId> answers, int minutesAgo) {
    Comment comment =
        new Comment(
            client().ledger().newRecord(),
            Optional.of(interview),
            "interview",
            text,
            to,
            answers,
            Set.of(),
            false,
            Optional.of(by),
            "",
            client().clock().millis() - Duration.ofMinutes(minutesAgo).toMillis());
    Desk.save(client(), new Draft.Set(comment.id(), "comment", comment.toFields()));
    return comment.id();
  }

  private void become() {
    Set<String> reads =
        Set.of(
            "study",
            "person",
            "grant",
            "topic",
            "interview",
            "participant",
            "memo",
            "comment",
            "conflict");
    client()
        .ledger()
        .store()
        .rights()
        .take(
            Optional.of(
                new Standing(
                    Set.of("Researcher"),
                    reads,
                    Map.of("all", "none", study.toString(), "owner"),
                    Optional.of(INES),
                    0,
                    "tag")));
  }

  private void go(String place, String page) throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open(place, page);
          return true;
        });
  }

  private boolean isTyping() {
    return whole.focus() instanceof TextInputControl area
        && area.getParent().getStyleClass().contains("composer");
  }

  private List<Comment> comments(RecordId about) {
    return client().ledger().store().children("comment", about).stream()
        .map(view -> Comment.from(view.id(), view.fields()))
        .toList();
  }

  @Test
  void aColleagueIsMentionedOnASessionByTheKeyboardAlone() throws Exception {
    go(PlaceIds.LIBRARY, PlaceIds.session(interview));
    whole.await("the page is here", () -> whole.scene().lookup(".tl-notes") != null);
    whole.press("Ctrl+Alt+2");
    whole.await("the comments are here", () -> whole.scene().lookup(".talk") != null);
    whole.pictures("comments-session");
    whole.await("the caret is there", this::isTyping);
    whole.type("Ask @mar");
    whole.await("she is offered", () -> whole.scene().lookup(".offered .tl-row") != null);
    whole.glimpse("comments-offered");
    whole.press("Enter");
    whole.type("and @jon");
    whole.press("Enter");
    whole.settle();
    whole.pictures("comments-warned");
    whole.press("Ctrl+Enter");
    whole.await("it is said", () -> comments(interview).size() == 5);
    assertThat(comments(interview))
        .filteredOn(comment -> comment.text().equals("Ask @Mara S. and @Jon A."))
        .singleElement()
        .satisfies(comment -> assertThat(comment.mentions()).containsOnly(MARA, JON));
  }

  @Test
  void aMentionLeadsFromTheInboxToWhereItWasSaid() throws Exception {
    go(PlaceIds.INBOX, "");
    whole.await("it is shown", () -> whole.scene().lookup(".mention-case") != null);
    whole.pictures("inbox-mention");
    whole.use(whole.scene().lookup(".mention-case .foot .button"));
    whole.await("the comment is shown", () -> whole.scene().lookup(".said:wanted") != null);
    whole.pictures("comments-found");
    go(PlaceIds.INBOX, "");
    whole.await("it is shown", () -> whole.scene().lookup(".mention-case") != null);
    whole.settle();
    whole.await(
        "it can be settled",
        () ->
            whole.window().commands().find("inbox.settle").orElseThrow().availability().isReady());
    // The Inbox reads again when it is come back to; the choice is made anew then.
    whole.settle();
    whole.press("Ctrl+Shift+Enter");
    whole.await(
        "it is settled",
        () ->
            comments(interview).stream()
                .anyMatch(it -> it.id().equals(asked) && it.settledBy().contains(INES)));
    whole.await("nothing waits", () -> whole.scene().lookup(".mention-case") == null);
  }

  @Test
  void aParticipantIsCommentedOn() throws Exception {
    RecordId participant = client().ledger().newRecord();
    Desk.save(
        client(),
        new Draft.Set(
            participant,
            "participant",
            Map.of("study", Value.text(study.toString()), "pseudonym", Value.text("P-07"))));
    become();
    go(PlaceIds.LIBRARY, PlaceIds.participant(participant));
    whole.await("the page is here", () -> whole.scene().lookup(".comments") != null);
    whole.press("Ctrl+Alt+2");
    whole.await("the caret is there", this::isTyping);
    whole.type("Prefers to be called in the evening.");
    whole.pictures("comments-participant");
    whole.press("Ctrl+Enter");
    whole.await("it is said", () -> comments(participant).size() == 1);
  }

  @Test
  void aStudyIsCommentedOn() throws Exception {
    go(PlaceIds.LIBRARY, PlaceIds.study(study));
    whole.await("the page is here", () -> whole.scene().lookup(".comments") != null);
    whole.press("Ctrl+Alt+2");
    whole.await("the caret is there", this::isTyping);
    whole.type("Whom do we ask next?");
    whole.pictures("comments-study");
    whole.press("Ctrl+Enter");
    whole.await("it is said", () -> comments(study).size() == 1);
  }
}
