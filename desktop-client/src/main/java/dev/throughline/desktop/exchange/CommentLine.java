package dev.throughline.desktop.exchange;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.comment.CommentRule;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What of a comment can be taken in where people sign in, and nobody speaks for others. */
final class CommentLine {
  private CommentLine() {}

  /**
   * The fields to save: all where nobody signs in; else what somebody else said is said by whoever
   * imports it, and names the other. Empty where the comment is here and cannot become this.
   */
  static Optional<Map<String, Value>> fields(
      Optional<RecordView> here, ExportLine line, LocalStore store) {
    Optional<RecordId> you = store.rights().person();
    if (you.isEmpty() || !line.kind().equals(Comment.KIND.name())) {
      return Optional.of(line.fields());
    }
    return here.isPresent()
        ? changed(here.get(), line, you.get())
        : Optional.of(fresh(line, you.get(), store));
  }

  /** Who has settled it here has settled it, whatever was so elsewhere. */
  private static Optional<Map<String, Value>> changed(
      RecordView here, ExportLine line, RecordId you) {
    Map<String, Value> fields = new TreeMap<>(line.fields());
    here.fields().keySet().forEach(name -> fields.putIfAbsent(name, Value.NOTHING));
    fields.put(Comment.SETTLED_BY, here.fields().getOrDefault(Comment.SETTLED_BY, Value.NOTHING));
    boolean isMoved = here.trashed() != line.trashed();
    Action action = isMoved ? Action.TRASH : Action.EDIT;
    return CommentRule.refusal(Optional.of(here.fields()), fields, action, Optional.of(you))
            .isPresent()
        ? Optional.empty()
        : Optional.of(fields);
  }

  private static Map<String, Value> fresh(ExportLine line, RecordId you, LocalStore store) {
    Map<String, Value> fields = new TreeMap<>(line.fields());
    FieldMap said = new FieldMap(line.fields());
    if (!said.reference(Comment.AUTHOR).equals(Optional.of(you))) {
      fields.put(Comment.AUTHOR, Value.text(you.toString()));
      fields.put(
          Comment.BY, Value.text(Comment.takenIn(orSomeone(said.text(Comment.BY)), name(store))));
    }
    boolean isSettled = said.texts(Comment.SETTLED_BY).contains(you.toString());
    fields.put(Comment.SETTLED_BY, Comment.people(isSettled ? Set.of(you) : Set.of()));
    return fields;
  }

  private static String name(LocalStore store) {
    return orSomeone(
        store
            .rights()
            .person()
            .flatMap(store::find)
            .map(view -> Person.from(view.id(), view.fields()).called())
            .orElse(""));
  }

  private static String orSomeone(String name) {
    return name.isBlank() ? Texts.text("outbox.someone") : name;
  }
}
