package dev.throughline.desktop.trash;

import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One record in the trash: what it is and belongs to, who put it there and when. */
final class TrashCellView extends ListCell<TrashRow> {
  private static final Map<String, Icon> ICONS =
      Map.of(
          "study", Icon.STUDY,
          "participant", Icon.PARTICIPANT,
          "interview", Icon.SESSION,
          "memo", Icon.NOTES,
          "transcript", Icon.TRANSCRIPT,
          "segment", Icon.QUOTE,
          "idea", Icon.IDEA,
          "topic", Icon.GUIDE,
          "consent", Icon.CONSENT);

  private final TrashViewModel model;
  private final StackPane lead = new StackPane();
  private final Label name = Labels.body("");
  private final Label second = Labels.small("");
  private final Label when = Labels.small("");
  private final HBox content;

  TrashCellView(TrashViewModel model) {
    this.model = model;
    for (Label label : new Label[] {name, second}) {
      Hint.whole(label);
    }
    lead.getStyleClass().add("lead");
    when.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(name, second);
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    content = new HBox(lead, words, when);
    content.getStyleClass().add("trash-line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable TrashRow row, boolean empty) {
    super.updateItem(row, empty);
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    lead.getChildren().setAll(ICONS.getOrDefault(row.kind(), Icon.DELETE).line());
    name.setText(row.name());
    second.setText(
        Stream.of(row.kindWords(), row.belongsTo())
            .filter(word -> !word.isBlank())
            .distinct()
            .collect(Collectors.joining(", ")));
    String at = model.at(row.atMillis());
    when.setText(row.who().isBlank() ? at : Texts.text("trash.by", row.who(), at));
    setGraphic(content);
    setAccessibleText(Texts.text("trash.spoken", name.getText(), second.getText(), when.getText()));
  }
}
