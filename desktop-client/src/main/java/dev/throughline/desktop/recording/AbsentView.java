package dev.throughline.desktop.recording;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says that there is a recording, where it is, and when it can be heard. */
final class AbsentView extends HBox {
  AbsentView(PlayerDesk desk, Absent absent, OfflineMenu offline) {
    getStyleClass().add("absent");
    Label where = Labels.h3(StateWords.of(absent.state()));
    where.setGraphic(Icon.RECORDING.line());
    VBox words = new VBox(where, Labels.wrapping(Labels.small(absent.sentence())));
    HeldMark held = new HeldMark();
    held.show(absent.held().get().orElse(""));
    words.getChildren().add(held);
    words.getStyleClass().add("words");
    getChildren()
        .addAll(
            words,
            Spaces.grow(),
            offline.words(),
            Buttons.standard(Texts.text("player.again"), Icon.SYNC, desk::again),
            offline.button());
  }
}
