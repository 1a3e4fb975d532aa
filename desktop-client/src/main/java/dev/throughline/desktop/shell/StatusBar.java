package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.SyncPill;
import dev.throughline.desktop.ui.notice.TaskStrip;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The sync pill, the running task, the free space. */
final class StatusBar extends HBox {
  StatusBar(ShellViewModel model, Runnable openSync) {
    getStyleClass().add("tl-status");
    var divider = new Region();
    divider.getStyleClass().add("divider");
    var tasks = new TaskStrip(model.tasks());
    divider.visibleProperty().bind(tasks.visibleProperty());
    var free = Labels.small("");
    free.textProperty().bind(model.freeSpaceProperty());
    free.setTooltip(new Tooltip(Texts.text("shell.free")));
    free.setMinWidth(Region.USE_PREF_SIZE);
    getChildren()
        .addAll(new SyncPill(model.pillProperty(), openSync), divider, tasks, Spaces.grow(), free);
  }
}
