package dev.throughline.desktop.outbox;

import dev.throughline.desktop.sync.SyncState.Mode;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Width;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What waits, as a table; as two lines each where the table would not fit. */
final class WaitingSection extends VBox {
  /** Below this many text heights a line takes two. */
  private static final double TABLE_FROM = 40;

  private final OutboxViewModel place;
  private final SectionHeader header;
  private final VBox above = new VBox();
  private final VBox lines = new VBox();
  private final Label more = Labels.small("");
  private final ReadOnlyBooleanProperty isNarrow;

  WaitingSection(OutboxViewModel place) {
    this.place = place;
    Label order = Labels.small(Texts.text("outbox.order"));
    header = new SectionHeader(Texts.text("outbox.title"), order);
    header.noteProperty().bind(place.totalProperty());
    order.visibleProperty().bind(place.totalProperty().isNotEmpty());
    more.textProperty().bind(place.moreProperty());
    more.visibleProperty().bind(more.textProperty().isNotEmpty());
    more.managedProperty().bind(more.visibleProperty());
    more.getStyleClass().add("more");
    lines.setAccessibleRole(AccessibleRole.LIST_VIEW);
    lines.setAccessibleText(Texts.text("outbox.title"));
    getChildren().addAll(header, above, lines, more);
    isNarrow = Width.isBelow(TABLE_FROM, this, order);
    isNarrow.subscribe(_ -> show());
    place.rows().addListener(this::update);
    place.sentenceProperty().subscribe(_ -> showAbove());
  }

  /** With every tick of the clock single lines change; only those are made anew. */
  private void update(ListChangeListener.Change<? extends OutboxRow> change) {
    while (change.next()) {
      boolean isOne = change.wasReplaced() && change.getTo() - change.getFrom() == 1;
      if (isOne && change.getRemovedSize() == 1) {
        lines.getChildren().set(change.getFrom(), line(change.getAddedSubList().getFirst()));
      } else {
        show();
        return;
      }
    }
  }

  private void show() {
    showAbove();
    lines.getChildren().setAll(place.rows().stream().map(this::line).toList());
  }

  private void showAbove() {
    if (place.rows().isEmpty()) {
      above.getChildren().setAll(empty());
    } else if (isNarrow.get()) {
      above.getChildren().clear();
    } else {
      above.getChildren().setAll(OutboxLine.head());
    }
  }

  private Node line(OutboxRow row) {
    return isNarrow.get() ? OutboxLine.twoLines(row) : OutboxLine.columns(row);
  }

  private Node empty() {
    Mode mode = place.stateProperty().get().mode();
    String line =
        switch (mode) {
          case SAVED -> Texts.text("outbox.empty.saved", place.checkedAt());
          case LOCAL -> Texts.text("outbox.empty.local");
          case BLOCKED, OFFLINE, PAUSED, HELD, WAITING -> Texts.text("outbox.empty.server");
        };
    EmptyPlace empty =
        new EmptyPlace(
            mode == Mode.SAVED ? Icon.VERIFIED : Icon.WAITING,
            Texts.text("outbox.empty.title"),
            line);
    empty.getStyleClass().add("tl-outbox-empty");
    return empty;
  }
}
