package dev.throughline.desktop.app;

import dev.throughline.desktop.history.HistoryPage;
import dev.throughline.desktop.history.HistoryParts;
import dev.throughline.desktop.history.HistoryViewModel;
import dev.throughline.desktop.shell.Location;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.model.id.RecordId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;

/** The history of the record that the location names. */
final class HistoryPages extends StackPane {
  private final HistoryParts parts;
  private final Supplier<String> author;
  private final RecordDoor door;
  private Optional<HistoryViewModel> open = Optional.empty();

  HistoryPages(HistoryParts parts, Supplier<String> author, RecordDoor door, ShellViewModel shell) {
    this.parts = parts;
    this.author = author;
    this.door = door;
    shell.locationProperty().subscribe(this::show);
  }

  private void show(Location here) {
    open.ifPresent(HistoryViewModel::close);
    open = Optional.empty();
    getChildren().clear();
    if (here.place().equals(PlaceIds.HISTORY) && here.isPage()) {
      HistoryViewModel model = new HistoryViewModel(parts, RecordId.of(here.page()), author.get());
      open = Optional.of(model);
      getChildren().add(new HistoryPage(model, door::history));
    }
  }
}
