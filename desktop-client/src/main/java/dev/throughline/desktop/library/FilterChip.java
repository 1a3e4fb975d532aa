package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.library.Filter.AllStudies;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.layout.HBox;

/** What narrows the list as one chip that takes it away; nothing while nothing does. */
final class FilterChip extends HBox {
  private final LibraryViewModel model;

  FilterChip(LibraryViewModel model) {
    this.model = model;
    getStyleClass().add("library-chip");
    model.gaps().addListener((SetChangeListener<Gap>) _ -> show());
    model.studies().chosenProperty().subscribe(_ -> show());
    model.studies().lines().addListener((ListChangeListener<StudiesViewModel.Line>) _ -> show());
    show();
  }

  private void show() {
    List<String> active = new ArrayList<>(model.gaps().stream().map(GapFacet::title).toList());
    var study = model.studies().chosenProperty().get();
    if (!(study instanceof AllStudies)) {
      model.studies().lines().stream()
          .filter(line -> line.choice().equals(study))
          .map(StudiesViewModel.Line::title)
          .forEach(active::add);
    }
    getChildren().clear();
    if (!active.isEmpty()) {
      String words =
          active.size() == 1 ? active.getFirst() : Texts.text("library.filters", active.size());
      getChildren().add(Chip.filter(words, model::clearFacets));
    }
    setVisible(!active.isEmpty());
    setManaged(isVisible());
  }
}
