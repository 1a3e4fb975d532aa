package dev.throughline.desktop.find;

import dev.throughline.desktop.search.IndexProgress;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says while results may be missing, and why. Takes no room otherwise. */
final class FindNoticeView extends HBox {
  private final Label words = Labels.wrapping(Labels.small(""));

  FindNoticeView(FindEverywhere model) {
    getStyleClass().add("everywhere-notice");
    getChildren().addAll(Icon.STALE.line(), words);
    model.progressProperty().subscribe(this::show);
  }

  private void show(IndexProgress progress) {
    Optional<String> notice = FindWords.notice(progress);
    setVisible(notice.isPresent());
    setManaged(isVisible());
    words.setText(notice.orElse(""));
  }
}
