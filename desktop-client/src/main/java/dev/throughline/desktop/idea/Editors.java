package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.ChoiceWords;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;

/** The controls by which one record is edited where it stands. */
@PartOfView("it makes the controls of every line of a page")
public final class Editors {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final Edits edits;
  private final Kind kind;
  private final String step;
  private final Map<String, Value> shown = new HashMap<>();
  private Optional<RecordId> record = Optional.empty();
  private final List<Node> checked = new ArrayList<>();
  private boolean isShowing;
  private Map<String, Value> with = Map.of();

  /**
   * @param step the key of what a change is called
   */
  public Editors(Edits edits, Kind kind, String step) {
    this.edits = edits;
    this.kind = kind;
    this.step = step;
  }

  /** What a record is given with every change, because it may not be there yet. */
  public void with(Map<String, Value> fields) {
    with = Map.copyOf(fields);
  }

  /** What is shown in here is not taken for a change. */
  public void show(RecordId of, Runnable fill) {
    record = Optional.of(of);
    quietly(fill);
    // What could not be read is not there any more.
    checked.stream()
        .filter(field -> !field.isFocused())
        .forEach(field -> field.pseudoClassStateChanged(INVALID, false));
  }

  /** Does something to the controls that is no change of anybody's. */
  public void quietly(Runnable work) {
    isShowing = true;
    work.run();
    isShowing = false;
  }

  private void set(String field, Value before, Value after) {
    set(step, field, before, after);
  }

  /** Sets a field in a step that is called otherwise. */
  public void set(String label, String field, Value before, Value after) {
    if (!isShowing) {
      record.ifPresent(id -> edits.set(label, kind, id, field, before, after, with));
    }
  }

  public <E> void show(ComboBox<E> box, String field, E one, Value value) {
    shown.put(field, value);
    box.setValue(one);
  }

  public InPlaceFieldView text(String key, String field, int lengthMax) {
    return new InPlaceFieldView(
        Texts.text(key),
        Texts.text(key + ".prompt"),
        (before, after) ->
            set(field, Value.text(before), Value.text(Ideas.line(after, lengthMax))));
  }

  public InPlaceFieldView day(String key, String field) {
    return checked(
        key,
        typed -> DayWords.read(typed).map(day -> Value.text(day.toString())),
        (before, after) -> set(field, before, after));
  }

  public InPlaceFieldView number(String key, String field) {
    return checked(
        key,
        typed -> IdeaWords.decimal(typed).map(number -> Value.text(number.toPlainString())),
        (before, after) -> set(field, before, after));
  }

  /**
   * An amount of money.
   *
   * @param currency what an amount without a currency is in
   */
  public InPlaceFieldView money(String key, String field, Supplier<String> currency) {
    return checked(
        key,
        typed -> IdeaWords.money(typed, currency.get()).map(Money::toValue),
        (before, after) -> set(field, before, after));
  }

  private interface Take {
    void take(Value before, Value after);
  }

  /** What cannot be read is marked and stays as it was typed. */
  private InPlaceFieldView checked(String key, Function<String, Optional<Value>> read, Take take) {
    InPlaceFieldView[] made = new InPlaceFieldView[1];
    InPlaceFieldView field =
        new InPlaceFieldView(
            Texts.text(key),
            Texts.text(key + ".prompt"),
            (before, typed) -> {
              Optional<Value> after = read.apply(typed);
              boolean isReadable = after.isPresent() || typed.isBlank();
              made[0].pseudoClassStateChanged(INVALID, !isReadable);
              if (isReadable) {
                take.take(read.apply(before).orElse(Value.NOTHING), after.orElse(Value.NOTHING));
              }
            });
    made[0] = field;
    checked.add(field);
    field.getStyleClass().add("short");
    return field;
  }

  public <E> ComboBox<E> choice(
      String key,
      String field,
      List<E> all,
      Function<E, String> wireName,
      Function<E, String> words) {
    ComboBox<E> box = new ComboBox<>();
    box.getItems().setAll(all);
    box.setConverter(new ChoiceWords<>(words));
    box.setAccessibleText(Texts.text(key));
    box.valueProperty()
        .addListener(
            (_, _, chosen) -> {
              if (chosen != null) {
                Value now = Value.text(wireName.apply(chosen));
                set(field, shown.getOrDefault(field, Value.NOTHING), now);
                shown.put(field, now);
              }
            });
    WriteGate.heed(box);
    return box;
  }

  public PersonBox person(String key, String field) {
    return new PersonBox(
        Texts.text(key),
        chosen -> {
          Value now = Ideas.reference(chosen);
          set(field, shown.getOrDefault(field, Value.NOTHING), now);
          shown.put(field, now);
        });
  }

  public void show(
      PersonBox box, String field, Optional<RecordId> who, SortedMap<RecordId, String> all) {
    shown.put(field, Ideas.reference(who));
    box.show(who, all);
  }

  public Button remove(String name, String label) {
    Button remove =
        Buttons.small(
            Buttons.icon(
                Icon.CLOSE,
                Texts.text(name),
                () -> record.ifPresent(id -> edits.remove(label, kind, id))));
    WriteGate.heed(remove);
    return remove;
  }
}
