package dev.throughline.desktop.exchange;

import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.comment.CommentRule;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What of a comment can be taken in where people sign in, and nobody speaks for others. */
final class CommentLine {
  private CommentLine() {}

  /**
   * The fields to save: all where nobody signs in; without the record of an author who is somebody
   * else, whose name stays. Empty where the comment is here and somebody else's.
   */
  static Optional<Map<String, Value>> fields(
      Optional<RecordView> here, ExportLine line, Optional<RecordId> you) {
    if (you.isEmpty() || !line.kind().equals(Comment.KIND.name())) {
      return Optional.of(line.fields());
    }
    if (here.isPresent()) {
      boolean isMoved = here.get().trashed() != line.trashed();
      Action action = isMoved ? Action.TRASH : Action.EDIT;
      return CommentRule.refusal(here.map(RecordView::fields), line.fields(), action, you)
              .isPresent()
          ? Optional.empty()
          : Optional.of(line.fields());
    }
    Map<String, Value> fields = new TreeMap<>(line.fields());
    boolean isYours = new FieldMap(fields).reference(Comment.AUTHOR).equals(you);
    if (!isYours) {
      fields.remove(Comment.AUTHOR);
    }
    return Optional.of(fields);
  }
}
