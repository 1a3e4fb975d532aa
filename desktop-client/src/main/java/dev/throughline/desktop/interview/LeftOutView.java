package dev.throughline.desktop.interview;

import dev.throughline.desktop.transcript.file.LeftOut;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What of imported files is not in the transcript, line by line. */
final class LeftOutView {
  /** Lines shown of one file; the rest is counted. */
  private static final int LINES_MAX = 200;

  private LeftOutView() {}

  static Node[] sections(List<SessionImport.PartlyImported> files) {
    return files.stream().map(LeftOutView::section).toArray(Node[]::new);
  }

  private static Region section(SessionImport.PartlyImported file) {
    List<LeftOut> lines = file.result().leftOut();
    var section = new VBox(new SectionHeader(file.file()).note(Texts.number(lines.size())));
    section.getStyleClass().add("tl-left-out");
    lines.stream().limit(LINES_MAX).forEach(line -> section.getChildren().add(line(line)));
    if (lines.size() > LINES_MAX) {
      section
          .getChildren()
          .add(Labels.small(Texts.text("session.leftOut.more", lines.size() - LINES_MAX)));
    }
    return section;
  }

  private static Region line(LeftOut line) {
    var words = new VBox(Labels.wrapping(Labels.body(line.reason())));
    if (line.line() > 0) {
      words.getChildren().addFirst(Labels.cap(Texts.text("session.leftOut.line", line.line())));
    }
    words.getStyleClass().add("line");
    return words;
  }
}
