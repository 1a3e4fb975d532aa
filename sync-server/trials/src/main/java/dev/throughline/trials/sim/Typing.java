package dev.throughline.trials.sim;

import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes up what a person types, every word of it new. */
final class Typing {
  private static final int WORDS_AIM = 14;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final Tokens tokens;
  private final Device device;
  private final Dice dice;
  private final List<String> typed = new ArrayList<>();

  Typing(Tokens tokens, Device device, Dice dice) {
    this.tokens = tokens;
    this.device = device;
    this.dice = dice;
  }

  /** The words made up so far. */
  List<String> typed() {
    return typed;
  }

  String word() {
    String word = tokens.fresh(device);
    typed.add(word);
    return word;
  }

  /** A new text in the place of another. */
  Value replacing(@Nullable Value before) {
    if (before instanceof Value.Text(String text)) {
      tokens.replaced(device, text, "");
    }
    return Value.text(word());
  }

  /** A value for the field, where one can be made up. */
  Optional<Value> value(Field field, Value current, List<RecordView> views) {
    if (field.merge() == MergePolicy.ORDER) {
      // A place is no work: of two the earlier goes without a trace.
      return Optional.of(Value.text("place" + dice.below(20)));
    }
    return switch (field.type()) {
      case FieldType.TextOf _ ->
          Optional.of(
              field.merge() == MergePolicy.TEXT
                  ? Value.text(edited(current instanceof Value.Text(String text) ? text : ""))
                  : dice.chance(8) ? cleared(current) : replacing(current));
      case FieldType.Choice(var choices) -> Optional.of(Value.text(dice.of(choices)));
      case FieldType.Day() -> Optional.of(Value.text(DAY.plusDays(dice.below(9)).toString()));
      case FieldType.TimeOfDay() -> Optional.of(Value.text("1%s:00".formatted(dice.below(9))));
      case FieldType.Number(long min, long max) ->
          Optional.of(Value.whole(Math.clamp(dice.below(50), min, max)));
      case FieldType.Reference(String kind) -> reference(kind, views);
      case FieldType.Texts _ -> Optional.of(tags(current));
      case FieldType.Decimal() -> Optional.of(Value.text(dice.below(99) + ".5"));
      case FieldType.MoneyOf() -> Optional.of(new Money(dice.below(9_999), "EUR").toValue());
      case FieldType.Pairs _, FieldType.Anything _ -> Optional.empty();
    };
  }

  /** Puts a word in, or one of four that everybody uses, and takes some out. */
  private Value tags(Value current) {
    TreeSet<String> tags = new TreeSet<>(FieldWords.of(current));
    List<String> before = List.copyOf(tags);
    for (String tag : before) {
      if (dice.chance(before.size() > 4 ? 60 : 25)) {
        tags.remove(tag);
      }
    }
    tokens.replaced(device, String.join(" ", before), String.join(" ", tags));
    tags.add(dice.chance(50) ? word() : "tag" + dice.below(4));
    return FieldType.Texts.of(tags);
  }

  private Value cleared(Value current) {
    replacing(current);
    typed.removeLast();
    return Value.NOTHING;
  }

  private Optional<Value> reference(String kind, List<RecordView> views) {
    List<RecordView> fitting =
        views.stream().filter(view -> kind.contains(view.kind()) && !view.trashed()).toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(Value.text(dice.of(fitting).id().toString()));
  }

  /** The text with some words put in, taken out or replaced. */
  String edited(String before) {
    List<String> words = new ArrayList<>(before.isEmpty() ? List.of() : List.of(before.split(" ")));
    int edits = 1 + dice.below(3);
    for (int i = 0; i < edits; i++) {
      edit(words);
    }
    String after = String.join(" ", words);
    tokens.replaced(device, before, after);
    return after;
  }

  private void edit(List<String> words) {
    int at = words.isEmpty() ? 0 : dice.below(words.size() + 1);
    boolean isLong = words.size() > WORDS_AIM;
    int removed = Math.min(words.size() - at, isLong ? 2 + dice.below(4) : dice.below(3));
    boolean isReplaced = removed == 0 || dice.chance(60);
    words.subList(at, at + removed).clear();
    int added = isReplaced ? 1 + dice.below(2) : 0;
    for (int i = 0; i < added; i++) {
      words.add(at + i, word());
    }
  }
}
