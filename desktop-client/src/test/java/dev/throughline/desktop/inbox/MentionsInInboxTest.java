package dev.throughline.desktop.inbox;

import static dev.throughline.desktop.inbox.TwoDesks.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ben speaks to Anna in comments; they wait in Anna's Inbox until she has settled them. */
class MentionsInInboxTest {
  private static final RecordId ANNA = new RecordId(Uuids.derived("inbox test anna"));
  private static final RecordId BEN = new RecordId(Uuids.derived("inbox test ben"));

  @TempDir Path folder;
  private TwoDesks desks;
  private RecordId interview;

  @BeforeEach
  void open() throws Exception {
    desks = new TwoDesks(folder);
    become(desks.anna, ANNA);
    become(desks.ben, BEN);
    interview = desks.known("interview", Map.of("title", text("P-07, first look")));
  }

  @AfterEach
  void close() {
    desks.close();
  }

  private static void become(ClientWiring desk, RecordId who) {
    desk.ledger()
        .store()
        .rights()
        .take(
            Optional.of(
                new Standing(
                    Set.of("Researcher"),
                    Set.of("study", "interview", "comment", "person", "grant", "conflict"),
                    Map.of("all", "restricted"),
                    Optional.of(who),
                    0,
                    "tag")));
  }

  private RecordId say(
      ClientWiring desk, RecordId by, String words, Set<RecordId> to, Optional<RecordId> answers) {
    Comment comment =
        new Comment(
            desk.ledger().newRecord(),
            Optional.of(interview),
            "interview",
            words,
            to,
            answers,
            Set.of(),
            false,
            Optional.of(by),
            "Ben T.",
            desks.time.millis());
    Desk.save(desk, new Draft.Set(comment.id(), "comment", comment.toFields()));
    return comment.id();
  }

  @Test
  void whatSomebodyHasSettledCanStillBeTakenBackByItsAuthor() throws Exception {
    RecordId said = desks.anna.ledger().newRecord();
    Comment comment =
        new Comment(
            said,
            Optional.of(interview),
            "interview",
            "Wrong interview",
            Set.of(BEN),
            Optional.empty(),
            Set.of(),
            false,
            Optional.of(ANNA),
            "Anna K.",
            desks.time.millis());
    desks.undo.run("Comment", List.of(new Draft.Set(said, "comment", comment.toFields())));
    desks.round();
    Desk.save(
        desks.ben,
        new Draft.Set(said, "comment", Map.of(Comment.SETTLED_BY, Comment.people(Set.of(BEN)))));
    desks.round();
    assertThat(desks.undo.undo()).isInstanceOf(UndoResult.Done.class);
    assertThat(desks.anna.ledger().store().find(said).orElseThrow().trashed()).isTrue();
  }

  private RecordId mention(String words) {
    return say(desks.ben, BEN, words, Set.of(ANNA), Optional.empty());
  }

  @Test
  void aMentionWaitsUntilItIsSettledAndUndoBringsItBack() throws Exception {
    RecordId said = mention("Is P-09 the same household?");
    say(desks.ben, BEN, "Nothing for Anna.", Set.of(), Optional.empty());
    desks.round();
    assertThat(desks.inbox.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.title()).isEqualTo("Ben T. mentioned you");
              assertThat(item.line()).isEqualTo("P-07, first look: Is P-09 the same household?");
            });
    assertThat(desks.inbox.isMention()).isTrue();
    assertThat(desks.needs().count()).isEqualTo(1);
    desks.inbox.settle();
    desks.round();
    assertThat(desks.inbox.items()).isEmpty();
    assertThat(desks.toasts.getLast().title()).isEqualTo("1 mention settled");
    desks.inbox.showsSettledProperty().set(true);
    assertThat(desks.inbox.items()).extracting(InboxItem::key).containsExactly("mention " + said);
    desks.inbox.showsSettledProperty().set(false);
    desks.toasts.getLast().actions().getFirst().run().run();
    desks.settle();
    assertThat(desks.inbox.items()).hasSize(1);
  }

  @Test
  void severalOnOnePageAreSettledAsOneStep() throws Exception {
    mention("One");
    mention("Two");
    desks.round();
    assertThat(desks.inbox.items()).hasSize(2);
    MentionViewModel card =
        desks.inbox.mentioned((InboxItem.Mentioned) desks.inbox.items().getFirst());
    assertThat(card.others()).isEqualTo(1);
    card.withOthersProperty().set(true);
    // As the key does, which knows only what is selected.
    desks.inbox.settle();
    desks.settle();
    assertThat(desks.inbox.items()).isEmpty();
    desks.undo.undo();
    desks.settle();
    assertThat(desks.inbox.items()).hasSize(2);
  }

  @Test
  void anAnswerToOnesOwnCommentIsTold() throws Exception {
    RecordId own = say(desks.anna, ANNA, "Who was it?", Set.of(), Optional.empty());
    desks.round();
    assertThat(desks.inbox.items()).isEmpty();
    say(desks.ben, BEN, "The neighbour.", Set.of(), Optional.of(own));
    desks.round();
    assertThat(desks.inbox.items())
        .singleElement()
        .satisfies(item -> assertThat(item.title()).isEqualTo("Ben T. answered you"));
    desks.inbox.mentioned((InboxItem.Mentioned) desks.inbox.items().getFirst()).open();
    assertThat(desks.opened).hasSize(1).doesNotContain(own);
  }

  @Test
  void whatIsTakenAwayOrStandsOnSomethingInTheTrashIsNotTold() throws Exception {
    RecordId said = mention("Never mind");
    desks.round();
    Desk.save(desks.ben, new Draft.Move(said, "comment", Action.TRASH));
    desks.round();
    assertThat(desks.inbox.items()).isEmpty();
    mention("Look");
    desks.round();
    assertThat(desks.inbox.items()).hasSize(1);
    Desk.save(desks.ben, new Draft.Move(interview, "interview", Action.TRASH));
    desks.round();
    assertThat(desks.inbox.items()).isEmpty();
  }
}
