package dev.throughline.desktop.inbox;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.sync.TextMerge.Overlap;
import dev.throughline.model.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One field two people changed, as people read it, and as everything stood when it was read.
 *
 * @param field the field with a capital
 * @param why what became of the two values and why, in one sentence
 * @param before the value both began with, in words
 * @param now what the field holds now
 * @param passages the passages both sides changed; none unless both stand in the text
 * @param isThere whether the record is on this computer
 * @param isTrashed whether the record is in the trash
 * @param taken how it was settled; empty while it is open
 * @param metAtMillis when the server saw both
 */
record Contested(
    Conflict conflict,
    String field,
    String why,
    String before,
    Party shown,
    Party kept,
    Value now,
    Passages passages,
    boolean isThere,
    boolean isTrashed,
    Optional<Answer> taken,
    boolean isOpen,
    long metAtMillis) {
  static final String TRASH = "trash";

  RecordId id() {
    return conflict.id();
  }

  /** Equal for conflicts that ask one question: about one field, of which one value can stand. */
  Object place() {
    boolean isAlone = isTrash() || isOverlap() || conflict.record().isEmpty();
    return isAlone ? id() : List.of(conflict.record().get(), conflict.field(), isOpen);
  }

  boolean isTrash() {
    return conflict.field().equals(TRASH);
  }

  Party party(Answer answer) {
    return answer == Answer.KEPT ? kept : shown;
  }

  /** The side of this computer; empty when it was neither or both. */
  Optional<Answer> mine() {
    if (shown.isMine() == kept.isMine()) {
      return Optional.empty();
    }
    return Optional.of(shown.isMine() ? Answer.SHOWN : Answer.KEPT);
  }

  /** Whether both values stand in the text, and the question is which words should go. */
  boolean isOverlap() {
    return isOverlap(conflict);
  }

  static boolean isOverlap(Conflict conflict) {
    return conflict.rule().equals("both-kept") && isText(conflict);
  }

  boolean isText() {
    return isText(conflict);
  }

  private static boolean isText(Conflict conflict) {
    return Kinds.named(conflict.recordKind())
        .flatMap(kind -> kind.field(conflict.field()))
        .map(Field::merge)
        .filter(MergePolicy.TEXT::equals)
        .isPresent();
  }

  String nowText() {
    return text(now);
  }

  static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }

  /** The answers that make sense as things stand. */
  Set<Answer> answers() {
    if (!isThere) {
      return EnumSet.of(Answer.SHOWN);
    }
    if (isOverlap()) {
      Set<Answer> answers = EnumSet.of(Answer.BOTH);
      if (passages().places(nowText()).isPresent()) {
        answers.addAll(EnumSet.of(Answer.SHOWN, Answer.KEPT));
      }
      if (passages().only(nowText()).isPresent()) {
        answers.add(Answer.OWN);
      }
      return answers;
    }
    return both().isPresent()
        ? EnumSet.of(Answer.SHOWN, Answer.KEPT, Answer.BOTH)
        : EnumSet.of(Answer.SHOWN, Answer.KEPT);
  }

  /**
   * What the field is to hold after an answer; {@code own} are the words for a passage. Where no
   * passage can be rewritten, OWN leaves it to the conflict that goes with this one.
   */
  Value after(Answer answer, String own) {
    if (isOverlap()) {
      Optional<String> text =
          switch (answer) {
            case SHOWN -> passages.with(nowText(), Overlap::theirs);
            case KEPT -> passages.with(nowText(), Overlap::ours);
            case BOTH -> Optional.of(nowText());
            case OWN -> passages.rewritten(nowText(), _ -> own);
          };
      return text.map(Value::text).orElse(now);
    }
    return switch (answer) {
      case SHOWN -> shown.value();
      case OWN -> now;
      case KEPT -> kept.value();
      case BOTH -> both().orElse(now);
    };
  }

  private Optional<Value> both() {
    return BothValues.of(conflict.base(), shown.value(), kept.value());
  }

  /** Whether the field or the conflict itself is another than in an earlier look. */
  boolean movedSince(Contested earlier) {
    return isOpen != earlier.isOpen
        || isThere != earlier.isThere
        || isTrashed != earlier.isTrashed
        || !now.equals(earlier.now);
  }

  /** Whether the same answer could mean the same there: one kind, one field, one rule. */
  boolean isLike(Contested other) {
    return !id().equals(other.id())
        && conflict.recordKind().equals(other.conflict.recordKind())
        && conflict.field().equals(other.conflict.field())
        && conflict.rule().equals(other.conflict.rule());
  }

  /** The answer here that means what {@code answer} means in another conflict like this one. */
  Optional<Answer> same(Answer answer, Contested there) {
    Optional<Answer> here =
        switch (answer) {
          case BOTH -> Optional.of(answer);
          case OWN -> Optional.empty();
          case SHOWN, KEPT -> sideOf(answer, there);
        };
    return here.filter(answers()::contains);
  }

  private Optional<Answer> sideOf(Answer answer, Contested there) {
    if (there.mine().isPresent()) {
      boolean isMine = there.mine().get() == answer;
      return mine().map(side -> isMine ? side : side == Answer.SHOWN ? Answer.KEPT : Answer.SHOWN);
    }
    String name = there.party(answer).name();
    boolean isShown = shown.name().equals(name);
    return isShown == kept.name().equals(name)
        ? Optional.empty()
        : Optional.of(isShown ? Answer.SHOWN : Answer.KEPT);
  }
}
