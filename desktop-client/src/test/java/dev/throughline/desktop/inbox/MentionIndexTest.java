package dev.throughline.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mention among very many comments. */
class MentionIndexTest {
  private static final WorkspaceId TEAM = WorkspaceId.of("018f3f5e-7c3a-7c00-8000-00000000aaaa");
  private static final RecordId ANNA = id("anna");
  private static final RecordId BEN = id("ben");
  private static final RecordId INTERVIEW = id("interview");
  private static final int OTHERS = 6_000;

  @TempDir Path folder;

  @Test
  void aMentionIsFoundHoweverManyCommentsClaimToBeNewer() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      LocalStore store = desk.ledger().store();
      desk.ledger().joined(TEAM, "Team");
      store.rights().take(Optional.of(standing()));
      MentionIndex index = new MentionIndex(store);
      assertThat(index.entries(true, OTHERS)).isEmpty();
      List<Change> changes = new ArrayList<>();
      changes.add(change(1, INTERVIEW, Interview.KIND.name(), Map.of("title", Value.text("P-07"))));
      for (int i = 0; i < OTHERS; i++) {
        changes.add(said(i + 2, id("other " + i), Set.of(), Long.MAX_VALUE / 2 + i));
      }
      RecordId said = id("old");
      changes.add(said(OTHERS + 2, said, Set.of(ANNA), 1));
      store.apply(
          new PullAnswer(0, new Cursor(TEAM, "epoch", OTHERS + 2, "cd"), OTHERS + 2, changes));
      assertThat(index.entries(true, OTHERS))
          .extracting(MentionIndex.Entry::comment)
          .containsExactly(said);
      assertThat(new MentionIndex(store).entries(true, OTHERS)).hasSize(1);
    }
  }

  private static Change said(long seq, RecordId id, Set<RecordId> to, long atMillis) {
    Comment comment =
        new Comment(
            id,
            Optional.of(INTERVIEW),
            Interview.KIND.name(),
            "Look",
            to,
            Optional.empty(),
            Set.of(),
            false,
            Optional.of(BEN),
            "Ben T.",
            atMillis);
    return change(seq, id, Comment.KIND.name(), comment.toFields());
  }

  private static Change change(long seq, RecordId id, String kind, Map<String, Value> fields) {
    return new Change(seq, id, kind, false, new TreeMap<>(fields), "Ben", "other", 1);
  }

  private static Standing standing() {
    return new Standing(
        Set.of("Researcher"),
        Set.of("study", "interview", "comment", "person", "grant", "conflict"),
        Map.of("all", "restricted"),
        Optional.of(ANNA),
        0,
        "tag");
  }

  private static RecordId id(String name) {
    return new RecordId(Uuids.derived("mention index test " + name));
  }
}
