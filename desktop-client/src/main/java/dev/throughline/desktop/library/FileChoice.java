package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** Asks the system for files. */
final class FileChoice {
  private FileChoice() {}

  /** Files to import, transcripts and workspaces alike; empty when the person chose none. */
  static Optional<List<Path>> toImport(Node near) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("library.import.choose"));
    List<File> files = chooser.showOpenMultipleDialog(near.getScene().getWindow());
    return Optional.ofNullable(files).map(list -> list.stream().map(File::toPath).toList());
  }

  /** Where the workspace is to be written; empty when the person chose nowhere. */
  static Optional<Path> toExport(Node near) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("library.export.choose"));
    chooser.setInitialFileName(Texts.text("library.export.name"));
    return Optional.ofNullable(chooser.showSaveDialog(near.getScene().getWindow()))
        .map(File::toPath);
  }
}
