package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person is asked about one field. Where three people changed it there are two conflicts,
 * and still one question: which of the values should stand.
 *
 * @param parts the conflicts, the latest first; never empty
 */
record FieldQuestion(List<Contested> parts) {
  FieldQuestion {
    parts = List.copyOf(parts);
  }

  /** One value to choose: the side of one of the conflicts. */
  record Choice(Contested of, Answer side) {
    Value value() {
      return of.party(side).value();
    }
  }

  /** The questions that conflicts ask, in their order. */
  static List<FieldQuestion> of(List<Contested> conflicts) {
    Map<Object, List<Contested>> fields = new LinkedHashMap<>();
    for (Contested one : conflicts) {
      fields.computeIfAbsent(one.place(), _ -> new ArrayList<>()).add(one);
    }
    return fields.values().stream().map(FieldQuestion::new).toList();
  }

  Contested latest() {
    return parts.getFirst();
  }

  boolean isOfSeveral() {
    return parts.size() > 1;
  }

  /** The values to choose from, each once; what the field shows comes first. */
  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    Set<Value> seen = new HashSet<>();
    for (Answer side : List.of(Answer.SHOWN, Answer.KEPT)) {
      for (Contested part : parts) {
        if (seen.add(part.party(side).value())) {
          choices.add(new Choice(part, side));
        }
      }
    }
    return choices;
  }

  /** What an answer to one of the conflicts means for another of them. */
  static Answer following(Contested given, Answer answer, Contested other) {
    Value value = given.party(answer).value();
    return other.shown().value().equals(value)
        ? Answer.SHOWN
        : other.kept().value().equals(value) ? Answer.KEPT : Answer.OWN;
  }

  /** Why things stand as they do, in one sentence. */
  String why() {
    if (!isOfSeveral()) {
      return latest().why();
    }
    Party shown = latest().shown();
    return Texts.text(
        "inbox.rule.several", shown.isMine() ? Texts.text("inbox.you") : shown.name());
  }

  /** Whether the field holds none of the values that were shown for it. */
  boolean isChangedSince() {
    return parts.stream().noneMatch(part -> part.now().equals(part.shown().value()));
  }

  /** The choice a settled question was settled with. */
  Optional<Choice> taken() {
    return choices().stream()
        .filter(choice -> choice.of().taken().equals(Optional.of(choice.side())))
        .findFirst();
  }

  /** How many questions conflicts ask. */
  static int count(Collection<Contested> conflicts) {
    return (int) conflicts.stream().map(Contested::place).distinct().count();
  }
}
