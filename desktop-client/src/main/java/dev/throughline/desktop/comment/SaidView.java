package dev.throughline.desktop.comment;

import dev.throughline.desktop.ui.Avatar;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One comment: who said it, when, and what. */
public final class SaidView extends HBox {
  private final VBox words = new VBox();

  /**
   * A comment to read.
   *
   * @param time when it was said, in words
   * @param actions what can be done with it
   */
  public SaidView(Said said, String time, Button... actions) {
    this(said, time, List.of(), actions);
  }

  SaidView(Said said, String time, List<Mentions.Place> named, Button... actions) {
    getStyleClass().add("said");
    String author = said.isYours() ? Texts.text("people.you", said.author()) : said.author();
    Label name = Labels.h3(author);
    name.setMinWidth(0);
    Label when = Labels.cap(time);
    when.setMinWidth(USE_PREF_SIZE);
    HBox tools = new HBox(actions);
    tools.getStyleClass().add("tools");
    tools.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(name, when, Spaces.grow(), tools);
    head.getStyleClass().add("said-head");
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    words.getChildren().addAll(head, said.isGone() ? gone() : text(said, named));
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(said.isGone() ? Avatar.row("") : Avatar.row(said.author()), words);
    setAccessibleText(Texts.text("comment.spoken", author, time, said.comment().text()));
  }

  private static Label gone() {
    return Labels.wrapping(Labels.muted(Texts.text("comment.gone")));
  }

  /** Names of those who are mentioned stand out; who is only named is not. */
  private static Node text(Said said, List<Mentions.Place> named) {
    Set<RecordId> mentioned = said.comment().mentions();
    String text = said.comment().text();
    List<Text> runs = new ArrayList<>();
    int from = 0;
    for (Mentions.Place place : named) {
      if (mentioned.contains(place.who().id()) && place.from() >= from) {
        runs.add(new Text(text.substring(from, place.from())));
        Text name = new Text(text.substring(place.from(), place.to()));
        name.getStyleClass().add("mention");
        runs.add(name);
        from = place.to();
      }
    }
    runs.add(new Text(text.substring(from)));
    TextFlow flow = new TextFlow(runs.toArray(Node[]::new));
    flow.getStyleClass().add("said-text");
    return flow;
  }

  /** Puts a field in place of the words. */
  void replaceWords(Node field) {
    words.getChildren().set(1, field);
  }
}
