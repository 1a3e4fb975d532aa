package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.DropZone;
import dev.throughline.desktop.ui.EmWidth;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Frames;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The place of the library: facets, table, and below it the files on their way in. */
public final class LibraryPlace extends StackPane {
  private final LibraryViewModel model;
  private final ImportViewModel imports;
  private final ObservableValue<Room> room;
  private final BooleanProperty facetsOpen = new SimpleBooleanProperty(this, "facetsOpen");
  private final LibraryList list;
  private final FilterField filter;
  private final ScrollPane beside;
  private Optional<LibraryFacets> facets = Optional.empty();
  private Runnable studies = () -> {};
  private Runnable participants = () -> {};
  private boolean isBare;

  public LibraryPlace(LibraryViewModel model, ImportViewModel imports) {
    this.model = model;
    this.imports = imports;
    LibraryHeader header = new LibraryHeader(model);
    room = EmWidth.of(this, header.gauge()).map(em -> Room.of(em.doubleValue()));
    list = new LibraryList(model, header.gauge().fontProperty(), room, facetsOpen);
    filter = new FilterField(model, list::focusTable);
    LibraryHeader.Doors doors =
        new LibraryHeader.Doors(
            this::chooseFiles,
            this::chooseFolder,
            this::chooseExport,
            this::chooseExportFile,
            list::sortBy);
    beside = beside();
    BorderPane body = new BorderPane();
    body.setLeft(beside);
    body.setCenter(new StackPane(list, new EmptyLibrary(model, this::chooseFiles, this::take)));
    body.setBottom(new ImportPanel(imports, model::open));
    getStyleClass().add("library");
    // Or the header for much room would keep the place from ever having little.
    setMinWidth(0);
    getChildren().add(new Sheet().header(header.build(filter, doors, room)).content(body));
    DropZone.takeFiles(this, this::take);
    sceneProperty().subscribe((_, now) -> moved(now));
    room.subscribe((_, _) -> keepFocus());
  }

  /** There are two filters, for much and little room; focus goes over with the room. */
  private void keepFocus() {
    if (filter.isFocused() || list.filter().isFocused()) {
      find();
    }
  }

  /** Leads from here to what interviews belong to. */
  public void leadTo(Runnable studies, Runnable participants) {
    this.studies = studies;
    this.participants = participants;
  }

  /** Its parts, to be styled one after the other before anybody sees them: at once takes long. */
  public List<Supplier<Parent>> pieces() {
    return List.of(
        () -> new StackPane(facets()),
        () -> {
          isBare = true;
          return new StackPane(this);
        });
  }

  private LibraryFacets facets() {
    LibraryFacets made = facets.orElseGet(() -> new LibraryFacets(model));
    if (facets.isEmpty()) {
      made.leadTo(() -> studies.run(), () -> participants.run());
    }
    facets = Optional.of(made);
    return made;
  }

  private ScrollPane beside() {
    ScrollPane scrolling = Sheet.scrolling(Texts.text("library.facets"), new StackPane());
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

  /** Asks for files and imports them. */
  public void chooseFiles() {
    FileChoice.toImport(this).ifPresent(this::take);
  }

  /** Asks where to and writes everything there, in open formats. */
  public void chooseExport() {
    FileChoice.toExport(this).ifPresent(imports.exports()::everything);
  }

  /** Asks where to and writes the whole workspace there as one file. */
  public void chooseExportFile() {
    FileChoice.toExportFile(this).ifPresent(imports.exports()::json);
  }

  /** Asks for a folder that was exported and imports it. */
  public void chooseFolder() {
    FileChoice.folderToImport(this).ifPresent(folder -> take(List.of(folder)));
  }

  /** Whether rows are chosen that something can be done with. */
  public boolean hasChosen() {
    return getScene() != null && !list.chosen().isEmpty();
  }

  /** Asks for the study the chosen interviews go to. */
  public void moveChosen() {
    list.bar().askStudy();
  }

  /** Asks for the status of the chosen interviews. */
  public void markChosen() {
    list.bar().askStatus();
  }

  public void trashChosen() {
    model.trash(list.chosen());
  }

  private void take(List<Path> files) {
    imports.take(files, model.studies().chosenProperty().get().study());
  }

  private void moved(@Nullable Scene now) {
    if (now != null) {
      model.recount();
    }
    imports.watchedProperty().set(now != null);
    beside.setContent(null);
    if (now != null && !isBare) {
      // The table first, the facets with the next frame: together they make a long one.
      Frames.later(this, () -> beside.setContent(facets()));
    }
    isBare = false;
  }

  /** Goes to the field that narrows the list. */
  public void find() {
    Focus.give(isRoomy() ? filter : list.filter());
  }
}
