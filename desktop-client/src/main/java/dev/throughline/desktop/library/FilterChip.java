package dev.throughline.desktop.library;

import dev.throughline.desktop.library.StudyChoice.AllStudies;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.HBox;

/** What narrows the list as one chip that takes it away; nothing while nothing does. */
final class FilterChip extends HBox {
  private final LibraryViewModel model;

  FilterChip(LibraryViewModel model) {
    this.model = model;
    getStyleClass().add("library-chip");
    model.narrowing().onChange(this::show);
    model.studies().lines().addListener((ListChangeListener<StudiesViewModel.Line>) _ -> show());
    show();
  }

  private void show() {
    List<String> active = words();
    getChildren().clear();
    if (!active.isEmpty()) {
      String words =
          active.size() == 1 ? active.getFirst() : Texts.text("library.filters", active.size());
      getChildren().add(Chip.filter(words, model.narrowing()::clearFacets));
    }
    setVisible(!active.isEmpty());
    setManaged(isVisible());
  }

  private List<String> words() {
    Filter filter = model.narrowing().filter();
    List<String> active = new ArrayList<>();
    filter.gaps().stream().sorted().map(FacetWords::gap).forEach(active::add);
    filter.statuses().stream().sorted().map(FacetWords::status).forEach(active::add);
    filter.sent().stream().sorted().map(FacetWords::sent).forEach(active::add);
    filter.sound().stream().sorted().map(FacetWords::sound).forEach(active::add);
    filter.people().stream().sorted().forEach(active::add);
    if (!(filter.dates() instanceof DateChoice.Any)) {
      active.add(FacetWords.dates(filter.dates()));
    }
    if (!(filter.study() instanceof AllStudies)) {
      model.studies().lines().stream()
          .filter(line -> line.choice().equals(filter.study()))
          .map(StudiesViewModel.Line::title)
          .forEach(active::add);
    }
    return active;
  }
}
