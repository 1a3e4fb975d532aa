package dev.throughline.desktop.interview;

import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for transcript files in the way of the system. */
@PartOfView("opens the file dialog of the system, which is no node")
final class TranscriptChooser {
  private static final List<String> ENDINGS =
      List.of("*.vtt", "*.srt", "*.sbv", "*.txt", "*.md", "*.docx", "*.json");

  private TranscriptChooser() {}

  static void choose(Window owner, Consumer<List<Path>> take) {
    var chooser = new FileChooser();
    chooser.setTitle(Texts.text("session.menu.import"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Texts.text("session.choose.transcripts"), ENDINGS),
            new FileChooser.ExtensionFilter(Texts.text("session.choose.all"), "*"));
    List<File> files = chooser.showOpenMultipleDialog(owner);
    if (files != null && !files.isEmpty()) {
      take.accept(files.stream().map(File::toPath).toList());
    }
  }
}
