package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.CopyGate;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.TabLeaves;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WordsArea;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** How an overlap stands in the text now, its passages marked; editable for words of one's own. */
final class PassageView extends VBox {
  private static final int AROUND = 80;
  private static final int ROWS = 4;

  PassageView(ConflictViewModel card, Contested contested) {
    getStyleClass().add("passage");
    CopyGate.on(this, card.clips(contested));
    Label title = Labels.wrapping(Labels.small(""));
    TextFlow text = new TextFlow();
    text.getStyleClass().add("tl-difference");
    WordsArea own = new WordsArea();
    own.setWrapText(true);
    own.setPrefRowCount(ROWS);
    TabLeaves.from(own);
    own.setAccessibleText(Texts.text("inbox.own.spoken", contested.field()));
    own.textProperty().bindBidirectional(card.own(contested));
    Optional<List<Passages.Place>> places = contested.passages().places(contested.nowText());
    places.ifPresent(found -> mark(text, contested.nowText(), found));
    card.answer(contested)
        .subscribe(
            now -> {
              boolean isOwn = now.equals(Optional.of(Answer.OWN));
              title.setText(
                  Texts.text(
                      isOwn
                          ? "inbox.passage.own"
                          : places.isPresent() ? "inbox.passage" : "inbox.passage.gone"));
              getChildren().setAll(title);
              if (isOwn) {
                getChildren().add(own);
              } else if (places.isPresent()) {
                getChildren().add(text);
              }
            });
  }

  private static void mark(TextFlow flow, String text, List<Passages.Place> places) {
    int from = wordStart(text, places.getFirst().start() - AROUND);
    int to = wordEnd(text, places.getLast().end() + AROUND);
    StringBuilder spoken = new StringBuilder();
    int at = from;
    for (Passages.Place place : places) {
      plain(flow, (at > 0 && at == from ? "…" : "") + text.substring(at, place.start()));
      String passage = text.substring(place.start(), place.end());
      for (String word : passage.split("(?<=\\s)(?=\\S)")) {
        Label marked = new Label(word.replace("\n", " "));
        marked.getStyleClass().add("both");
        marked.setMinWidth(USE_PREF_SIZE);
        flow.getChildren().add(marked);
      }
      spoken.append(passage).append(' ');
      at = place.end();
    }
    plain(flow, text.substring(at, to) + (to < text.length() ? "…" : ""));
    flow.setAccessibleText(Texts.text("inbox.passage.spoken", spoken.toString().strip()));
  }

  private static void plain(TextFlow flow, String words) {
    Text text = new Text(words);
    text.getStyleClass().add("same");
    flow.getChildren().add(text);
  }

  private static int wordStart(String text, int near) {
    return near <= 0 ? 0 : Math.max(0, text.lastIndexOf(' ', near) + 1);
  }

  private static int wordEnd(String text, int near) {
    int end = near >= text.length() ? -1 : text.indexOf(' ', near);
    return end < 0 ? text.length() : end;
  }
}
