package dev.throughline.desktop.travel;

import dev.throughline.desktop.blob.DiskRoom;
import dev.throughline.desktop.travel.TravelViewModel.Look;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.ByteWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How recordings travel, how much room they take on this computer, and how to get some back. */
public final class RoomPanel extends VBox {
  private final TravelViewModel model;
  private final SectionHeader header = new SectionHeader(Texts.text("travel.room.title"));
  private final VBox sizes = new VBox();
  private final VBox kept = new VBox();
  private final Label may = Labels.wrapping(Labels.small(""));
  private final Button free;

  public RoomPanel(TravelViewModel model) {
    this.model = model;
    getStyleClass().add("travel-room");
    free = Buttons.standard(Texts.text("travel.free"), Icon.DISK, model::free);
    sizes.getStyleClass().add("sizes");
    kept.getStyleClass().add("kept");
    VBox body =
        new VBox(
            toggle("travel.pause", model.pausedProperty(), model::setPaused),
            toggle("travel.metered", model.meteredProperty(), model::setMetered),
            sizes,
            may,
            free,
            kept);
    body.getStyleClass().add("tl-outbox-panel");
    getChildren().addAll(header, body);
    model.lookProperty().subscribe(this::show);
    model.refusals().addListener((ListChangeListener<String>) _ -> showKept());
    showKept();
  }

  private static Node toggle(String key, ObservableValue<Boolean> shown, Consumer<Boolean> choose) {
    CheckBox box = new CheckBox(Texts.text(key));
    box.setWrapText(true);
    box.setMinHeight(Region.USE_PREF_SIZE);
    shown.subscribe(box::setSelected);
    box.setOnAction(_ -> choose.accept(box.isSelected()));
    Label line = Labels.wrapping(Labels.small(Texts.text(key + ".line")));
    box.setAccessibleHelp(line.getText());
    VBox both = new VBox(box, line);
    both.getStyleClass().add("toggle");
    return both;
  }

  private void show(Look look) {
    DiskRoom room = look.room();
    header.note(look.isKnown() ? Texts.text("travel.room.free", ByteWords.of(room.free())) : "");
    sizes
        .getChildren()
        .setAll(
            size("travel.room.originals", room.originals()),
            size("travel.room.offline", room.offline()),
            size("travel.room.copies", room.copies()));
    boolean canFree = !look.removable().isEmpty();
    may.setText(
        canFree
            ? Texts.count(
                "travel.may", look.removable().size(), ByteWords.of(look.removableBytes()))
            : Texts.text("travel.may.none"));
    free.setDisable(!canFree);
  }

  private static Node size(String key, long bytes) {
    Label name = Labels.wrapping(Labels.small(Texts.text(key)));
    Label size = Labels.small(bytes == 0 ? Texts.text("travel.room.none") : ByteWords.of(bytes));
    size.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(name, Spaces.grow(), size);
    line.getStyleClass().add("size");
    return line;
  }

  private void showKept() {
    kept.getChildren()
        .setAll(
            model.refusals().stream()
                .map(
                    sentence -> {
                      Label line = Labels.wrapping(Labels.small(sentence));
                      line.getStyleClass().add("tl-stale");
                      return line;
                    })
                .toList());
    kept.setVisible(!model.refusals().isEmpty());
    kept.setManaged(kept.isVisible());
  }
}
