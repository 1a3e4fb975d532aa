package dev.throughline.desktop.home;

import dev.throughline.desktop.inbox.NeedsYou;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What waits for a decision; not there while nothing does. */
final class WaitingView extends VBox {
  private final HomeViewModel model;
  private final SectionHeader header = new SectionHeader(Texts.text("home.waiting"));
  private final VBox rows = new VBox();

  WaitingView(HomeViewModel model) {
    this.model = model;
    getChildren().addAll(header, rows);
    model.aside().waitingProperty().subscribe(this::show);
  }

  private void show(NeedsYou waiting) {
    header.note(Texts.number(waiting.count()));
    rows.getChildren().setAll(waiting.lines().stream().map(this::row).toList());
    setVisible(waiting.count() > 0);
    setManaged(isVisible());
  }

  private Node row(NeedsYou.Line line) {
    ListRow row =
        new ListRow(line.title())
            .strong()
            .lead(line.isConflict() ? Icon.MERGE : Icon.NEEDS_YOU)
            .second(line.detail());
    row.getStyleClass().add("home-waiting");
    return (line.atMillis() == 0 ? row : row.state(model.moment(line.atMillis())))
        .onOpen(model::openWaiting);
  }
}
