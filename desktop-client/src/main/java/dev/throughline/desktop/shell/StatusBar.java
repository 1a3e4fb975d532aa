package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.EmWidth;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.ActivityButton;
import dev.throughline.desktop.ui.notice.SyncPill;
import dev.throughline.desktop.ui.notice.TaskStrip;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The sync pill, the running task, the free space, and the door to tasks and notices. */
final class StatusBar extends HBox {
  /** Narrower than this the words of the task and the free space go first. */
  private static final double WORDS_FROM_EM = 64;

  /** Held, because what it follows holds it only weakly. */
  private final DoubleBinding room;

  StatusBar(ShellViewModel model, Runnable openSync) {
    getStyleClass().add("tl-status");
    var divider = new Region();
    divider.getStyleClass().add("divider");
    var tasks = new TaskStrip(model.tasks());
    divider.visibleProperty().bind(tasks.visibleProperty());
    var free = Labels.small("");
    free.textProperty().bind(model.freeSpaceProperty());
    Hint.on(free, Texts.text("shell.free"));
    free.setMinWidth(Region.USE_PREF_SIZE);
    getChildren()
        .addAll(
            new SyncPill(model.pillProperty(), openSync),
            divider,
            tasks,
            Spaces.grow(),
            free,
            new ActivityButton(model.activity()));
    room = EmWidth.of(this, free);
    room.subscribe(
        em -> {
          boolean isTight = em.doubleValue() > 0 && em.doubleValue() < WORDS_FROM_EM;
          tasks.squeeze(isTight);
          free.setVisible(!isTight);
          free.setManaged(!isTight);
        });
    tasks.onOpen(model.activity()::toggle);
  }
}
