package dev.throughline.desktop.find;

import dev.throughline.desktop.search.Hit;
import dev.throughline.desktop.search.Range;
import dev.throughline.desktop.search.Snippet;
import dev.throughline.desktop.ui.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A place: what it is, when and who, and the words around what was found, that in bold. */
final class FindLineView extends HBox {
  private final StackPane icon = new StackPane();
  private final Label stamp = Labels.mono("");
  private final Label by = Labels.small("");
  private final TextFlow words = new TextFlow();

  FindLineView() {
    getStyleClass().add("place-line");
    icon.getStyleClass().add("lead");
    stamp.getStyleClass().add("stamp");
    by.getStyleClass().add("by");
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(icon, stamp, by, words);
  }

  void show(Hit hit) {
    icon.getChildren().setAll(FindWords.icon(hit.kind()).line());
    stamp.setText(FindWords.stamp(hit));
    by.setText(hit.by().isEmpty() ? FindWords.kind(hit.kind()) : hit.by());
    words.getChildren().setAll(pieces(hit.snippet()));
  }

  private static List<Text> pieces(Snippet snippet) {
    List<Text> pieces = new ArrayList<>();
    int at = 0;
    for (Range found : snippet.found()) {
      pieces.add(piece(snippet.text().substring(at, found.begin()), "plain"));
      pieces.add(piece(snippet.text().substring(found.begin(), found.end()), "found"));
      at = found.end();
    }
    pieces.add(piece(snippet.text().substring(at), "plain"));
    pieces.removeIf(piece -> piece.getText().isEmpty());
    return pieces;
  }

  private static Text piece(String text, String styleClass) {
    Text piece = new Text(text);
    piece.getStyleClass().add(styleClass);
    return piece;
  }
}
