package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.ChoiceWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;

/** Chooses somebody of the team, or nobody; not there where nobody signs in. */
public final class PersonBox extends ComboBox<Optional<RecordId>> {
  private Map<RecordId, String> names = Map.of();
  private boolean isShowing;

  public PersonBox(String name, Consumer<Optional<RecordId>> choose) {
    setAccessibleText(name);
    setConverter(
        new ChoiceWords<>(
            who ->
                who.map(id -> names.getOrDefault(id, Texts.text("idea.somebody")))
                    .orElse(Texts.text("idea.nobody"))));
    WriteGate.heed(this);
    managedProperty().bind(visibleProperty());
    valueProperty()
        .addListener(
            (_, _, who) -> {
              if (who != null && !isShowing) {
                choose.accept(who);
              }
            });
  }

  /** Shows who it is among all there are. */
  public void show(Optional<RecordId> chosen, SortedMap<RecordId, String> people) {
    isShowing = true;
    if (!names.equals(people)) {
      names = new TreeMap<>(people);
      List<Optional<RecordId>> offered = new ArrayList<>();
      offered.add(Optional.empty());
      people.entrySet().stream()
          .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
          .map(Map.Entry::getKey)
          .map(Optional::of)
          .forEach(offered::add);
      getItems().setAll(offered);
    }
    setValue(chosen);
    setVisible(!people.isEmpty() || chosen.isPresent());
    isShowing = false;
  }
}
