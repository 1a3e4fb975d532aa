package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One facet as boxes to check, each with how many interviews it leads to. Gone while empty. */
final class CheckFacet<T> extends VBox {
  /** Lines shown before one asks for all of them. */
  private static final int SHORT = 6;

  private final ObservableSet<T> chosen;
  private final Function<T, String> words;
  private final VBox lines = new VBox();
  private final Map<T, CheckBox> boxes = new HashMap<>();
  private List<FacetCounts.Count<T>> all = List.of();
  private boolean isLong;

  CheckFacet(String title, ObservableSet<T> chosen, Function<T, String> words) {
    this.chosen = chosen;
    this.words = words;
    getStyleClass().add("library-facet");
    Label head = Labels.h3(title);
    head.getStyleClass().add("head");
    getChildren().addAll(head, lines);
    chosen.addListener((SetChangeListener<T>) _ -> mark());
    show(List.of());
  }

  /** Fills anew only when the lines differ, so that a box under the pointer stays. */
  void show(List<FacetCounts.Count<T>> counts) {
    setVisible(!counts.isEmpty());
    setManaged(isVisible());
    if (!counts.equals(all)) {
      all = List.copyOf(counts);
      fill();
    }
    mark();
  }

  private void fill() {
    boxes.clear();
    lines.getChildren().clear();
    int shown = isLong || all.size() <= SHORT + 1 ? all.size() : SHORT;
    for (FacetCounts.Count<T> count : all.subList(0, shown)) {
      lines.getChildren().add(line(count));
    }
    if (shown < all.size()) {
      lines
          .getChildren()
          .add(Buttons.link(Texts.text("library.facet.all", all.size()), this::widen));
    }
  }

  private void widen() {
    isLong = true;
    fill();
    mark();
    Optional.ofNullable(boxes.get(all.get(SHORT).choice())).ifPresent(CheckBox::requestFocus);
  }

  private FacetLine line(FacetCounts.Count<T> count) {
    CheckBox box = new CheckBox(words.apply(count.choice()));
    boxes.put(count.choice(), box);
    box.setOnAction(
        _ -> {
          if (box.isSelected()) {
            chosen.add(count.choice());
          } else {
            chosen.remove(count.choice());
          }
        });
    return new FacetLine(box, count.interviews());
  }

  private void mark() {
    boxes.forEach((choice, box) -> box.setSelected(chosen.contains(choice)));
  }
}
