package dev.throughline.model.comment;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose a comment is: it is written under one's own name, only its author changes its words or
 * takes it away, and it stays with what it is about. Answering, resolving and settling is for
 * everybody who may write comments there.
 */
public final class CommentRule {
  private static final Set<String> FIXED =
      Set.of(
          Comment.ABOUT,
          Comment.ABOUT_KIND,
          Comment.ANSWERS,
          Comment.AUTHOR,
          Comment.BY,
          Comment.AT);
  private static final Set<String> OF_AUTHOR = Set.of(Comment.TEXT, Comment.MENTIONS);

  private CommentRule() {}

  /**
   * Why somebody may not do this to a comment, as a sentence; empty when they may.
   *
   * @param before its fields; empty when it is to be made
   * @param changed what is written into which field; of edits that name no whole value, nothing
   * @param me the record of whoever wants it; empty where nobody signs in
   */
  public static Optional<String> refusal(
      Optional<Map<String, Value>> before,
      Map<String, Value> changed,
      Action action,
      Optional<RecordId> me) {
    if (me.isEmpty()) {
      return Optional.empty();
    }
    if (before.isEmpty()) {
      return isOthers(changed, me.get())
          ? Optional.of("A comment is written under one's own name.")
          : Optional.empty();
    }
    boolean isMoved =
        changed.entrySet().stream()
            .filter(field -> FIXED.contains(field.getKey()))
            .anyMatch(
                field ->
                    !field
                        .getValue()
                        .equals(before.get().getOrDefault(field.getKey(), Value.NOTHING)));
    if (isMoved) {
      return Optional.of("A comment stays with what it is about, and with who wrote it.");
    }
    boolean isAuthors =
        action != Action.EDIT || changed.keySet().stream().anyMatch(OF_AUTHOR::contains);
    return isAuthors && isOthers(before.get(), me.get())
        ? Optional.of("Only who wrote a comment changes it or takes it away.")
        : Optional.empty();
  }

  private static boolean isOthers(Map<String, Value> fields, RecordId me) {
    return new FieldMap(fields).reference(Comment.AUTHOR).filter(it -> !it.equals(me)).isPresent();
  }
}
