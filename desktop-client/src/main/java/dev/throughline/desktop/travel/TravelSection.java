package dev.throughline.desktop.travel;

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

/** Recordings of the Sync place: one line for each that travels or waits to. */
public final class TravelSection extends VBox {
  /** Below this many text heights a line takes two. */
  private static final double COLUMNS_FROM = 40;

  private final TravelViewModel model;
  private final SectionHeader header = new SectionHeader(Texts.text("travel.title"));
  private final VBox lines = new VBox();
  private final Label calm = Labels.small("");
  private final ReadOnlyBooleanProperty isNarrow;

  public TravelSection(TravelViewModel model) {
    this.model = model;
    getStyleClass().add("travel");
    lines.setAccessibleRole(AccessibleRole.LIST_VIEW);
    lines.setAccessibleText(Texts.text("travel.title"));
    calm.setGraphic(Icon.RECORDING.line());
    Labels.wrapping(calm).getStyleClass().add("calm");
    getChildren().addAll(header, calm, lines);
    isNarrow = Width.isBelow(COLUMNS_FROM, this, calm);
    isNarrow.subscribe(_ -> fill());
    model.rows().addListener(this::update);
    model.lookProperty().subscribe(this::show);
    sceneProperty().subscribe(scene -> model.setShowing(scene != null));
  }

  /** While something travels single lines change; only those are made anew. */
  private void update(ListChangeListener.Change<? extends TravelRow> change) {
    while (change.next()) {
      boolean isOne = change.wasReplaced() && change.getTo() - change.getFrom() == 1;
      if (isOne && change.getRemovedSize() == 1) {
        lines.getChildren().set(change.getFrom(), line(change.getAddedSubList().getFirst()));
      } else {
        fill();
        return;
      }
    }
  }

  private void fill() {
    lines.getChildren().setAll(model.rows().stream().map(this::line).toList());
  }

  private Node line(TravelRow row) {
    return isNarrow.get() ? TravelLine.twoLines(row) : TravelLine.columns(row);
  }

  private void show(TravelViewModel.Look look) {
    int count = look.rows().size();
    header.note(count == 0 ? "" : Texts.count("travel.count", count));
    boolean isCalm = count == 0 && look.isKnown();
    calm.setText(Texts.text(look.room().originals() == 0 ? "travel.none" : "travel.calm"));
    calm.setVisible(isCalm);
    calm.setManaged(isCalm);
  }
}
