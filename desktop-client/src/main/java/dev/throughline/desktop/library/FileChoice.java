package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** Asks the system for files. */
@PartOfView("opens the file dialogs of the system, which are no nodes")
final class FileChoice {
  private static final List<String> ENDINGS =
      List.of(
          "*.vtt", "*.srt", "*.sbv", "*.txt", "*.md", "*.docx", "*.json", "*.csv", "*.tsv",
          "*.zip");

  private FileChoice() {}

  /** Files to import, transcripts, tables and workspaces alike; empty when none was chosen. */
  static Optional<List<Path>> toImport(Node near) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("library.import.choose"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Texts.text("library.import.types"), ENDINGS),
            new FileChooser.ExtensionFilter(Texts.text("library.import.types.all"), "*"));
    List<File> files = chooser.showOpenMultipleDialog(near.getScene().getWindow());
    return Optional.ofNullable(files).map(list -> list.stream().map(File::toPath).toList());
  }

  /** An exported folder to import; empty when none was chosen. */
  static Optional<Path> folderToImport(Node near) {
    return folder(near, "library.import.folder");
  }

  /** Where the folder of an export is to be made; empty when nowhere was chosen. */
  static Optional<Path> toExport(Node near) {
    return folder(near, "library.export.choose");
  }

  /** Where the workspace file is to be written; empty when nowhere was chosen. */
  static Optional<Path> toExportFile(Node near) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("library.export.file"));
    chooser.setInitialFileName(Texts.text("library.export.name"));
    return Optional.ofNullable(chooser.showSaveDialog(near.getScene().getWindow()))
        .map(File::toPath);
  }

  private static Optional<Path> folder(Node near, String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Texts.text(title));
    return Optional.ofNullable(chooser.showDialog(near.getScene().getWindow())).map(File::toPath);
  }
}
