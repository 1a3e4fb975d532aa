package dev.throughline.model.comment;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose a comment is: it is written under one's own name, only its author changes its words or
 * takes it away, and it stays with what it is about. The words of one without an author nobody
 * changes who has signed in. Answering and resolving is for everybody who may write comments there,
 * and everybody settles for themselves alone.
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
   * @param changed what each field holds then; of edits of a text, nothing
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
    RecordId you = me.get();
    if (before.isEmpty()) {
      return action == Action.EDIT && !isOwn(changed, you)
          ? Optional.of("A comment is written under one's own name.")
          : settling(Map.of(), changed, you);
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
    return isAuthors && !isOwn(before.get(), you)
        ? Optional.of("Only who wrote a comment changes it or takes it away.")
        : settling(before.get(), changed, you);
  }

  private static boolean isOwn(Map<String, Value> fields, RecordId me) {
    return new FieldMap(fields).reference(Comment.AUTHOR).filter(me::equals).isPresent();
  }

  private static Optional<String> settling(
      Map<String, Value> before, Map<String, Value> changed, RecordId me) {
    if (!changed.containsKey(Comment.SETTLED_BY)) {
      return Optional.empty();
    }
    Set<String> had = new FieldMap(before).texts(Comment.SETTLED_BY);
    Set<String> has = new FieldMap(changed).texts(Comment.SETTLED_BY);
    boolean isForOthers =
        Stream.concat(had.stream(), has.stream())
            .filter(who -> had.contains(who) != has.contains(who))
            .anyMatch(who -> !who.equals(me.toString()));
    return isForOthers
        ? Optional.of("Everybody settles a mention for themselves alone.")
        : Optional.empty();
  }
}
