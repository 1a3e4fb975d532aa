package dev.throughline.model.sync;

import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.sync.FieldChange.SetEdit;
import dev.throughline.model.value.Value;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An observed-remove set: every addition counts, and a removal takes out only what its device had
 * seen, so that adding wins over taking out.
 */
record SetRule(RecordDraft draft, String name, Optional<Field> field) {
  Optional<Merge.Refused> take(SetEdit edit) {
    if (field.filter(known -> known.merge() != MergePolicy.SET).isPresent()) {
      return RecordDraft.refused(ParkReason.INVALID, name + " is not a set");
    }
    TreeSet<String> texts = SetEdit.texts(draft.value(name));
    edit.removed().forEach(text -> remove(texts, text));
    texts.addAll(edit.added());
    Value next = FieldType.Texts.of(texts);
    Optional<Merge.Refused> problem = draft.problem(name, field, next);
    if (problem.isEmpty()) {
      draft.news(name).ifPresent(_ -> draft.merged());
      edit.added().forEach(text -> draft.stampElement(name, text, Optional.of(draft.mine())));
      draft.setIfOther(name, next);
    }
    return problem;
  }

  /** A whole set in place of an edit: the edit is what differs from the set as it was seen. */
  Optional<Merge.Refused> takeWhole(Value value) {
    Optional<Merge.Refused> problem = draft.problem(name, field, value);
    return problem.isPresent()
        ? problem
        : take(SetEdit.between(draft.base(name).orElse(Value.NOTHING), value));
  }

  private void remove(TreeSet<String> texts, String text) {
    boolean isAddedSince = draft.elementStamp(name, text).filter(draft::isNews).isPresent();
    if (isAddedSince) {
      draft.merged();
    } else if (texts.remove(text)) {
      draft.stampElement(name, text, Optional.empty());
    }
  }
}
