package dev.throughline.desktop.outbox;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One field two people changed: the shown and the kept version side by side, with who and when. */
final class KeptCard extends VBox {
  /** Below this many text heights the versions stand one below the other. */
  private static final double BESIDE_FROM = 30;

  private final KeptViewModel kept;
  private final VBox words;
  private final HBox actions;
  private final HBox top = new HBox();
  private final GridPane sides = new GridPane();
  private final VBox shown;
  private final VBox other;

  KeptCard(KeptViewModel kept, KeptVersion version) {
    this.kept = kept;
    getStyleClass().add("card");
    Label title = Labels.wrapping(Labels.h3(title(version)));
    Label rule = Labels.wrapping(Labels.small(version.rule()));
    sides.getStyleClass().add("sides");
    shown = side("outbox.kept.shown", version.shown());
    other = side("outbox.kept.kept", version.kept());
    words = new VBox(title, rule);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    actions = new HBox(copy(version), settle(version));
    actions.getStyleClass().add("tl-outbox-actions");
    Width.isBelow(BESIDE_FROM, this, rule).subscribe(this::arrange);
  }

  private void arrange(boolean below) {
    top.getChildren().clear();
    getChildren().clear();
    if (below) {
      top.getChildren().setAll(words);
      getChildren().setAll(top, sides, actions);
    } else {
      top.getChildren().setAll(words, actions);
      getChildren().setAll(top, sides);
    }
    arrangeSides(below);
  }

  private void arrangeSides(boolean below) {
    sides.getChildren().clear();
    sides.getColumnConstraints().clear();
    for (int column = 0; column < (below ? 1 : 2); column++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(below ? 100 : 50);
      half.setHgrow(Priority.ALWAYS);
      sides.getColumnConstraints().add(half);
    }
    sides.add(shown, 0, 0);
    sides.add(other, below ? 0 : 1, below ? 1 : 0);
  }

  private VBox side(String name, KeptVersion.Side side) {
    Label which = Labels.h3(Texts.text(name));
    Label who =
        Labels.wrapping(
            Labels.small(
                Texts.text("outbox.kept.by", side.author(), kept.time().at(side.atMillis()))));
    HBox head = new HBox(which, who);
    head.getStyleClass().add("side-head");
    VBox box = new VBox(head, Labels.wrapping(Labels.body(side.text())));
    box.getStyleClass().add("side-text");
    return box;
  }

  private Button copy(KeptVersion version) {
    Button copy =
        Buttons.small(
            Buttons.standard(
                Texts.text("outbox.kept.copy"),
                Icon.COPY,
                () -> {
                  ClipboardContent content = new ClipboardContent();
                  content.putString(version.keptText());
                  Clipboard.getSystemClipboard().setContent(content);
                  kept.copied(version);
                }));
    copy.setAccessibleText(Texts.text("outbox.kept.copy.spoken", version.field(), version.where()));
    return copy;
  }

  private Button settle(KeptVersion version) {
    Button settle =
        Buttons.small(
            Buttons.standard(
                Texts.text("outbox.kept.settle"), Icon.CHECK, () -> kept.settle(version)));
    settle.setAccessibleText(
        Texts.text("outbox.kept.settle.spoken", version.field(), version.where()));
    return settle;
  }

  private static String title(KeptVersion version) {
    return version.where().isEmpty()
        ? version.field()
        : Texts.text("outbox.kept.where", version.field(), version.where());
  }
}
