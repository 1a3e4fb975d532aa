package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.DropZone;
import dev.throughline.desktop.ui.EmWidth;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The place of the library: facets, table, and below it the files on their way in. */
public final class LibraryPlace extends StackPane {
  private static final KeyCombination NEW =
      new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final LibraryViewModel model;
  private final ImportViewModel imports;
  private final ObservableValue<Room> room;
  private final BooleanProperty facetsOpen = new SimpleBooleanProperty(this, "facetsOpen");
  private final LibraryList list;
  private final FilterField filter;

  public LibraryPlace(LibraryViewModel model, ImportViewModel imports) {
    this.model = model;
    this.imports = imports;
    LibraryHeader header = new LibraryHeader(model);
    room = EmWidth.of(this, header.gauge()).map(em -> Room.of(em.doubleValue()));
    list = new LibraryList(model, header.gauge().fontProperty(), room, facetsOpen);
    filter = new FilterField(model, list::focusTable);
    LibraryHeader.Doors doors =
        new LibraryHeader.Doors(this::chooseFiles, this::chooseExport, list::sortBy);
    BorderPane body = new BorderPane();
    body.setLeft(facets());
    body.setCenter(new StackPane(list, new EmptyLibrary(model, this::chooseFiles, this::take)));
    body.setBottom(new ImportPanel(imports, model::open));
    getStyleClass().add("library");
    getChildren().add(new Sheet().header(header.build(filter, doors, room)).content(body));
    DropZone.takeFiles(this, this::take);
    sceneProperty().subscribe(this::moved);
  }

  private ScrollPane facets() {
    VBox facets = new VBox(new StudyFacet(model.studies()), new GapFacet(model));
    facets.getStyleClass().add("content");
    ScrollPane scrolling = Sheet.scrolling(Texts.text("library.facets"), facets);
    scrolling.getStyleClass().add("library-facets");
    LibraryHeader.shownWhile(
        scrolling,
        Bindings.createBooleanBinding(
            () -> !model.emptyProperty().get() && (isRoomy() || facetsOpen.get()),
            model.emptyProperty(),
            room,
            facetsOpen));
    return scrolling;
  }

  private boolean isRoomy() {
    return room.getValue() != Room.NARROW;
  }

  private void chooseFiles() {
    FileChoice.toImport(this).ifPresent(this::take);
  }

  private void chooseExport() {
    FileChoice.toExport(this).ifPresent(imports::exportTo);
  }

  private void take(List<Path> files) {
    imports.take(files, model.studies().chosenProperty().get().study());
  }

  /** The keys work wherever the focus is, as long as the library is what is shown. */
  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.getAccelerators().remove(NEW);
      before.getAccelerators().remove(FIND);
    }
    if (now != null) {
      now.getAccelerators().put(NEW, model::newInterview);
      now.getAccelerators().put(FIND, this::find);
      model.recount();
    }
    imports.watchedProperty().set(now != null);
  }

  private void find() {
    (isRoomy() ? filter : list.filter()).requestFocus();
  }
}
