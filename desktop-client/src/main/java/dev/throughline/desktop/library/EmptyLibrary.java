package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.DropZone;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The library while it is empty: what comes here, and how. */
final class EmptyLibrary extends StackPane {
  EmptyLibrary(LibraryViewModel model, Runnable choose, Consumer<List<Path>> take) {
    EmptyPlace empty =
        new EmptyPlace(
                Icon.LIBRARY, Texts.text("library.empty.title"), Texts.text("library.empty.line"))
            .actions(
                Buttons.withCommand(
                    Buttons.primary(Texts.text("library.new"), Icon.ADD, model::newInterview),
                    "interview.new"));
    DropZone drop =
        new DropZone(Texts.text("library.drop"), Texts.text("library.drop.types"), choose, take);
    VBox page = new VBox(empty, drop);
    page.getStyleClass().add("library-empty");
    ScrollPane scrolling = Sheet.scrolling(Texts.text("library.title"), new StackPane(page));
    scrolling.setFitToHeight(true);
    getChildren().add(scrolling);
    LibraryHeader.shownWhile(this, model.emptyProperty());
  }
}
