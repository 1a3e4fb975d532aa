package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Avatar;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.idea.IdeaStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One idea on the board: what it is, what it rests on, its score and whose it is. */
final class IdeaCardView extends ListCell<IdeaRow> {
  private final Label title = Labels.h3("");
  private final Label evidence = Labels.small("");
  private final Label study = Labels.cap("");
  private final Label score = Labels.mono("");
  private final StackPane owner = new StackPane();
  private final Region waiting = new StackPane(Icon.WAITING.line());
  private final VBox card;
  private final ObservableValue<Boolean> hasServer;
  private String shownOwner = "";

  /**
   * @param hasServer whether there is a server that may not have all of it yet
   */
  IdeaCardView(ObservableValue<Boolean> hasServer) {
    this.hasServer = hasServer;
    getStyleClass().add("idea-cell");
    title.setWrapText(true);
    title.getStyleClass().add("title");
    title.setMaxHeight(Double.MAX_VALUE);
    Hint.whole(title);
    Hint.whole(evidence);
    VBox.setVgrow(title, Priority.ALWAYS);
    evidence.setTextOverrun(OverrunStyle.ELLIPSIS);
    evidence.setMinWidth(0);
    study.setTextOverrun(OverrunStyle.ELLIPSIS);
    study.setMinWidth(0);
    score.setMinWidth(Region.USE_PREF_SIZE);
    score.getStyleClass().add("score");
    waiting.getStyleClass().add("waiting");
    waiting.managedProperty().bind(waiting.visibleProperty());
    owner.managedProperty().bind(owner.visibleProperty());
    HBox rests = new HBox(evidence, Spaces.grow(), score, waiting);
    rests.getStyleClass().add("line");
    HBox foot = new HBox(study, Spaces.grow(), owner);
    foot.getStyleClass().addAll("line", "foot");
    // Where neither is said the title has the room.
    foot.visibleProperty().bind(study.textProperty().isNotEmpty().or(owner.visibleProperty()));
    foot.managedProperty().bind(foot.visibleProperty());
    card = new VBox(title, rests, foot);
    card.getStyleClass().add("idea-card");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable IdeaRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    if (row == null || isEmpty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    title.setText(IdeaWords.title(row.idea()));
    boolean isLacking = !row.hasEvidence() && needsEvidence(row.idea().status());
    evidence.setText(
        row.hasEvidence()
            ? IdeaWords.evidence(row.supporting(), row.opposing())
            : isLacking ? Texts.text("idea.evidence.lacks") : "");
    evidence.getStyleClass().removeAll("tl-stale", "tl-muted");
    evidence.getStyleClass().add(isLacking ? "tl-stale" : "tl-muted");
    score.setText(IdeaWords.score(row.score()));
    study.setText(row.study());
    waiting.setVisible(row.isWaiting() && hasServer.getValue());
    if (!row.owner().equals(shownOwner)) {
      shownOwner = row.owner();
      owner.getChildren().setAll(Avatar.row(row.owner()));
    }
    owner.setVisible(!row.owner().isBlank());
    setGraphic(card);
    setAccessibleText(spoken(row));
  }

  /** An idea nobody has begun with may rest on nothing; one that is worked on should not. */
  static boolean needsEvidence(IdeaStatus status) {
    return status != IdeaStatus.BACKLOG && status != IdeaStatus.RETIRED;
  }

  private String spoken(IdeaRow row) {
    List<String> parts = new ArrayList<>(List.of(title.getText()));
    Optional.of(evidence.getText()).filter(it -> !it.isEmpty()).ifPresent(parts::add);
    Optional.of(score.getText())
        .filter(it -> !it.isEmpty())
        .ifPresent(it -> parts.add(Texts.text("idea.score.spoken", it)));
    Optional.of(row.study()).filter(it -> !it.isBlank()).ifPresent(parts::add);
    Optional.of(row.owner()).filter(it -> !it.isBlank()).ifPresent(parts::add);
    return String.join(", ", parts);
  }
}
