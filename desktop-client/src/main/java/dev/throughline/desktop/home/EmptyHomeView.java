package dev.throughline.desktop.home;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.DropZone;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Home while there is no interview: what to begin with, and the question for a name. */
final class EmptyHomeView extends StackPane {
  EmptyHomeView(HomeViewModel model, NameViewModel name) {
    SheetHeader header = new SheetHeader("");
    header.titleProperty().bind(model.titleProperty());
    EmptyPlace empty =
        new EmptyPlace(Icon.SESSION, Texts.text("home.empty.title"), Texts.text("home.empty.line"))
            .actions(
                Buttons.withCommand(
                    Buttons.primary(Texts.text("home.new"), Icon.ADD, model::newInterview),
                    "interview.new"));
    Runnable choose = () -> TranscriptChoice.ask(this).ifPresent(model::importFiles);
    DropZone drop =
        new DropZone(
            Texts.text("home.drop"), Texts.text("home.drop.types"), choose, model::importFiles);
    VBox page = new VBox(empty, drop, new NameRow(name));
    page.getStyleClass().add("home-empty");
    ScrollPane scrolling = Sheet.scrolling(Texts.text("home.name"), new StackPane(page));
    scrolling.setFitToHeight(true);
    getChildren().add(new Sheet().header(header).content(scrolling));
  }
}
