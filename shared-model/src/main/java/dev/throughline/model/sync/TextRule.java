package dev.throughline.model.sync;

import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.Optional;

/** Merges long texts word by word; where both sides changed the same words both stay. */
record TextRule(RecordDraft draft, String name, Optional<Field> field) {
  Optional<Merge.Refused> take(FieldChange.TextEdit edit) {
    if (field.filter(known -> known.merge() == MergePolicy.TEXT).isEmpty()) {
      return RecordDraft.refused(ParkReason.INVALID, name + " is not a long text");
    }
    Optional<String> base =
        switch (edit.base()) {
          case TextBase.Inline(String text) -> Optional.of(text);
          case TextBase.AtBase(String digest) ->
              base().filter(text -> TextDigest.of(text).equals(digest));
        };
    if (base.isEmpty()) {
      return RecordDraft.refused(
          ParkReason.BASE_UNKNOWN, "the text this edit was made on is not known here");
    }
    String ours;
    try {
      ours = edit.applyTo(base.get());
    } catch (IllegalArgumentException _) {
      return RecordDraft.refused(
          ParkReason.INVALID, name + " has an edit that does not fit its text");
    }
    return merge(base.get(), ours);
  }

  /** A whole text in place of an edit, made on the text as it was seen. */
  Optional<Merge.Refused> takeWhole(String ours) {
    return merge(base().orElse(""), ours);
  }

  private Optional<Merge.Refused> merge(String base, String ours) {
    String theirs = text(draft.value(name));
    TextMerge.Merged result = TextMerge.merge(base, theirs, ours);
    Value cleaned = Value.text(PlainText.clean(result.text()));
    Optional<Merge.Refused> problem = draft.problem(name, field, cleaned);
    if (problem.isPresent()) {
      return problem;
    }
    Optional<Stamp> before = draft.stamp(name);
    if (!result.overlaps().isEmpty() && before.isPresent()) {
      draft.keep(
          name,
          Value.text(base),
          Merge.side(Value.text(theirs), before.get()),
          Merge.side(Value.text(ours), draft.mine()),
          "both-kept");
    }
    if (!theirs.equals(base)) {
      draft.merged();
    }
    draft.setIfOther(name, cleaned);
    return Optional.empty();
  }

  private Optional<String> base() {
    return draft.base(name).map(TextRule::text);
  }

  private static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }
}
