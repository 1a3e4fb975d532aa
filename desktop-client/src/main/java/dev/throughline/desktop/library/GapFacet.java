package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What past interviews lack, as boxes to check. Gone while nothing is lacking. */
final class GapFacet extends VBox {
  private final LibraryViewModel model;
  private final VBox lines = new VBox();
  private final Map<Gap, CheckBox> boxes = new EnumMap<>(Gap.class);
  private List<LibraryViewModel.GapLine> shown = List.of();

  GapFacet(LibraryViewModel model) {
    this.model = model;
    getStyleClass().add("library-facet");
    Label head = Labels.h3(Texts.text("library.gaps"));
    head.getStyleClass().add("head");
    getChildren().addAll(head, lines);
    model.gapLines().addListener((ListChangeListener<LibraryViewModel.GapLine>) _ -> fill());
    model.gaps().addListener((SetChangeListener<Gap>) _ -> fill());
    fill();
  }

  static String title(Gap gap) {
    return switch (gap) {
      case NOTHING_WRITTEN -> Texts.text("library.gap.nothing");
      case NO_PARTICIPANT -> Texts.text("library.gap.participant");
      case NO_TRANSCRIPT -> Texts.text("library.gap.transcript");
    };
  }

  /** Fills anew only when the lines differ, so that a box under the pointer stays. */
  private void fill() {
    setVisible(!model.gapLines().isEmpty());
    setManaged(isVisible());
    if (!model.gapLines().equals(shown)) {
      shown = List.copyOf(model.gapLines());
      boxes.clear();
      lines.getChildren().setAll(shown.stream().map(this::line).toList());
    }
    boxes.forEach((gap, box) -> box.setSelected(model.gaps().contains(gap)));
  }

  private FacetLine line(LibraryViewModel.GapLine line) {
    CheckBox box = new CheckBox(title(line.gap()));
    boxes.put(line.gap(), box);
    box.setOnAction(
        _ -> {
          if (box.isSelected()) {
            model.gaps().add(line.gap());
          } else {
            model.gaps().remove(line.gap());
          }
        });
    return new FacetLine(box, line.interviews());
  }
}
