package dev.throughline.desktop.home;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.DropZone;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The first page: three doors, a place to drop files, and the one question for a name. */
final class FirstRunView extends StackPane {
  private final FirstRunViewModel model;
  private final Button sample;

  /** The mark of the app stands above everything. */
  FirstRunView(FirstRunViewModel model, Node mark) {
    this.model = model;
    this.sample =
        Buttons.withKey(
            Buttons.primary(Texts.text("home.sample.open"), model::openSample),
            Texts.text("home.key.enter"));
    mark.getStyleClass().add("home-mark");
    Consumer<List<Path>> take = model::importFiles;
    VBox page =
        new VBox(
            mark,
            Labels.wrapping(Labels.display(Texts.text("home.first.title"))),
            Labels.wrapping(Labels.muted(Texts.text("home.first.line"))),
            doors(),
            drop(take),
            new NameRow(model.name()));
    page.getStyleClass().add("home-first");
    ScrollPane scrolling = Sheet.scrolling(Texts.text("home.first.title"), new StackPane(page));
    scrolling.setFitToHeight(true);
    getChildren().add(new Sheet().content(scrolling));
    DropZone.takeFiles(this, take);
    addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
    sceneProperty().subscribe(scene -> Platform.runLater(sample::requestFocus));
  }

  private FlowPane doors() {
    DoorCard look =
        new DoorCard(Texts.text("home.door.sample"))
            .lead(Icon.SAMPLE)
            .chosen()
            .words(Texts.text("home.door.sample.words"), Texts.text("home.door.sample.asks"))
            .then(sample);
    DoorCard empty =
        new DoorCard(Texts.text("home.door.empty"))
            .lead(Icon.SESSION)
            .words(Texts.text("home.door.empty.words"), Texts.text("home.door.empty.asks"))
            .then(Buttons.standard(Texts.text("home.door.empty"), model::startEmpty));
    FlowPane doors = new FlowPane(look, empty, new JoinDoor(model));
    doors.getStyleClass().add("home-doors");
    return doors;
  }

  private DropZone drop(Consumer<List<Path>> take) {
    Runnable choose = () -> TranscriptChoice.ask(this).ifPresent(take);
    return new DropZone(Texts.text("home.first.drop"), Texts.text("home.drop.types"), choose, take);
  }

  /** A button that has the focus takes the key itself; anywhere else it opens the first door. */
  private void enter(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      model.openSample();
      event.consume();
    }
  }
}
