package dev.throughline.desktop.find;

import dev.throughline.desktop.search.Scope;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What narrows the results: kinds of places, and one study. */
final class FindFacetsView extends FlowPane {
  /** One study, or all of them when it names none. */
  private record Choice(Optional<RecordId> study, String title) {}

  private final FindEverywhere model;
  private final Choice all = new Choice(Optional.empty(), Texts.text("find.study.all"));
  private final ComboBox<Choice> studies = new ComboBox<>();

  FindFacetsView(FindEverywhere model) {
    this.model = model;
    getStyleClass().add("everywhere-facets");
    var where =
        new SegmentedTabs(
            Texts.text("find.where"),
            Arrays.stream(Scope.Where.values()).map(FindFacetsView::tab).toList());
    where
        .selectedProperty()
        .subscribe(id -> model.lookIn(Scope.Where.valueOf(id.toUpperCase(Locale.ROOT))));
    studies.setAccessibleText(Texts.text("find.study"));
    studies.setConverter(new Titles());
    studies.getItems().setAll(all);
    studies.setValue(all);
    studies.valueProperty().subscribe(this::choose);
    model.studies().addListener((ListChangeListener<Study>) _ -> list());
    getChildren().addAll(where, studies);
  }

  private static SegmentedTabs.Tab tab(Scope.Where where) {
    String id = where.name().toLowerCase(Locale.ROOT);
    return new SegmentedTabs.Tab(id, Texts.text("find.where." + id), null);
  }

  private void choose(@Nullable Choice choice) {
    if (choice != null) {
      model.lookIn(choice.study());
    }
  }

  /** The studies may have changed since; the chosen one stays chosen while it is there. */
  private void list() {
    List<Choice> now = new ArrayList<>(List.of(all));
    for (Study study : model.studies()) {
      String title = study.title().isBlank() ? Texts.text("find.untitled.study") : study.title();
      now.add(new Choice(Optional.of(study.id()), title));
    }
    if (now.equals(studies.getItems())) {
      return;
    }
    Optional<RecordId> chosen = model.scopeProperty().get().study();
    studies.getItems().setAll(now);
    studies.setValue(
        now.stream().filter(choice -> choice.study().equals(chosen)).findFirst().orElse(all));
  }

  private static final class Titles extends StringConverter<Choice> {
    @Override
    public String toString(@Nullable Choice choice) {
      return choice == null ? "" : choice.title();
    }

    @Override
    public Choice fromString(String title) {
      throw new UnsupportedOperationException("a study is chosen, not typed");
    }
  }
}
