package dev.throughline.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.comment.Comments;
import dev.throughline.desktop.consent.Agreed;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments leave and come back with the workspace file, and speak for nobody. */
class CommentImportTest {
  private static final RecordId INES = new RecordId(Uuids.derived("import test ines"));
  private static final RecordId JON = new RecordId(Uuids.derived("import test jon"));

  @TempDir Path folder;
  private ClientWiring from;
  private ClientWiring to;
  private RecordId who;
  private RecordId interview;
  private RecordId said;

  @BeforeEach
  void open() {
    from = Desk.open(folder.resolve("from"));
    to = Desk.open(folder.resolve("to"));
    who = Desk.make(from, "participant", Map.of("pseudonym", "P-07"));
    interview =
        Desk.make(from, "interview", Map.of("title", "P-07, first", "participant", who.toString()));
    Comment comment =
        new Comment(
            from.ledger().newRecord(),
            Optional.of(interview),
            "interview",
            "She said: too dear.",
            Set.of(INES),
            Optional.empty(),
            Set.of(INES, JON),
            true,
            Optional.of(JON),
            "Jon A.",
            1_000);
    said = comment.id();
    Desk.save(from, new Draft.Set(said, "comment", comment.toFields()));
  }

  @AfterEach
  void close() {
    from.close();
    to.close();
  }

  private Path export(ClientWiring desk, String name) throws IOException {
    Path file = folder.resolve(name);
    desk.export(file);
    return file;
  }

  private void signIn() {
    to.ledger()
        .store()
        .rights()
        .take(
            Optional.of(
                new Standing(
                    Set.of("Researcher"),
                    Set.of("study", "participant", "interview", "consent", "comment", "person"),
                    Map.of("all", "restricted"),
                    Optional.of(INES),
                    0,
                    "tag")));
  }

  private Optional<Comment> there() {
    return to.ledger().store().find(said).map(view -> Comment.from(said, view.fields()));
  }

  @Test
  void theyComeBackByteForByteWhereNobodySignsIn() throws IOException {
    Agreed.everywhere(from);
    Path first = export(from, "first.json");
    assertThat(WorkspaceFile.read(to.ledger(), first)).isInstanceOf(WorkspaceFile.Imported.class);
    assertThat(export(to, "second.json")).hasSameBinaryContentAs(first);
    assertThat(there().orElseThrow().author()).contains(JON);
  }

  @Test
  void theyLeaveWhereTheWordsOfTheInterviewMayLeave() throws IOException {
    Agreed.everywhere(from);
    assertThat(Files.readString(export(from, "agreed.json"))).contains("too dear");
    Desk.save(
        from,
        new Consents(from.ledger().store())
            .set(who, Optional.empty(), Map.of("quote", Value.text("refused"))));
    assertThat(Files.readString(export(from, "refused.json"))).doesNotContain("too dear");
  }

  @Test
  void whoHasSignedInTakesInWhatOthersSaidWithoutSpeakingForThem() throws IOException {
    Agreed.everywhere(from);
    Path file = export(from, "file.json");
    Desk.save(to, new Draft.Set(INES, "person", Map.of("name", Value.text("Ines K."))));
    signIn();
    assertThat(WorkspaceFile.read(to.ledger(), file)).isInstanceOf(WorkspaceFile.Imported.class);
    assertThat(there().orElseThrow().author()).contains(INES);
    assertThat(there().orElseThrow().by()).isEqualTo("Jon A., imported by Ines K.");
    assertThat(there().orElseThrow().settledBy()).containsExactly(INES);
    assertThat(new Comments(to.ledger().store()).author(there().orElseThrow()))
        .isEqualTo("Jon A., imported by Ines K.");
    assertThat(WorkspaceFile.read(to.ledger(), file))
        .as("once more")
        .isInstanceOfSatisfying(
            WorkspaceFile.Imported.class, again -> assertThat(again.changed()).isZero());
  }

  @Test
  void aServerThatRefusesThemRefusesNothingElseOfTheImport() throws IOException {
    Agreed.everywhere(from);
    assertThat(WorkspaceFile.read(to.ledger(), export(from, "file.json")))
        .isInstanceOf(WorkspaceFile.Imported.class);
    assertThat(to.ledger().store().unsettled(100))
        .extracting(waiting -> waiting.op().kind())
        .contains("interview", "comment");
    GroupId ofComment =
        to.ledger().store().unsettled(100).stream()
            .map(Waiting::op)
            .filter(op -> op.kind().equals("comment"))
            .findFirst()
            .orElseThrow()
            .group();
    assertThat(to.ledger().store().unsettled(100))
        .filteredOn(waiting -> waiting.op().group().equals(ofComment))
        .allSatisfy(waiting -> assertThat(waiting.op().kind()).isEqualTo("comment"));
  }

  @Test
  void onesOwnCommentIsTakenInAndSettledByNobodyElse() throws IOException {
    Agreed.everywhere(from);
    Desk.save(from, new Draft.Set(said, "comment", Map.of("author", Value.text(INES.toString()))));
    Path file = export(from, "own.json");
    signIn();
    assertThat(WorkspaceFile.read(to.ledger(), file)).isInstanceOf(WorkspaceFile.Imported.class);
    assertThat(there().orElseThrow().author()).contains(INES);
    assertThat(there().orElseThrow().by()).isEqualTo("Jon A.");
    assertThat(there().orElseThrow().settledBy()).containsExactly(INES);
    Desk.save(to, new Draft.Text(said, "comment", "text", "She said: too dear.", "Too dear."));
    assertThat(WorkspaceFile.read(to.ledger(), file)).isInstanceOf(WorkspaceFile.Imported.class);
    assertThat(there().orElseThrow().text()).isEqualTo("She said: too dear.");
    assertThat(there().orElseThrow().settledBy()).containsExactly(INES);
  }
}
