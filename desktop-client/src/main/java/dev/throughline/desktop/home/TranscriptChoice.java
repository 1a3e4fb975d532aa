package dev.throughline.desktop.home;

import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** Asks the system for files to import. */
@PartOfView("opens the file dialog of the system, which is no node")
final class TranscriptChoice {
  private TranscriptChoice() {}

  /** Empty when the person chose none. */
  static Optional<List<Path>> ask(Node near) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("home.import"));
    List<File> files = chooser.showOpenMultipleDialog(near.getScene().getWindow());
    return Optional.ofNullable(files).map(list -> list.stream().map(File::toPath).toList());
  }
}
