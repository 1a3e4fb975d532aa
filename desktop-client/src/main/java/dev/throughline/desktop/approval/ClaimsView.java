package dev.throughline.desktop.approval;

import dev.throughline.desktop.idea.Trace;
import dev.throughline.desktop.idea.TraceDesk;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The evidence of what is signed, each piece a way to its source. */
final class ClaimsView extends VBox {
  private final List<RecordId> sources;
  private final TraceDesk traces;
  private final Runnable leave;
  private final VBox rows = new VBox();
  private final Label closed = Labels.wrapping(Labels.small(""));

  /**
   * @param sources what the evidence points to
   * @param leave closes the sheet before a source is shown
   */
  ClaimsView(List<RecordId> sources, TraceDesk traces, Runnable leave) {
    this.sources = sources;
    this.traces = traces;
    this.leave = leave;
    getStyleClass().add("sign-claims");
    closed.getStyleClass().add("tl-stale");
    closed.managedProperty().bind(closed.visibleProperty());
    closed.setVisible(false);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    getChildren().addAll(rows, closed);
    rows.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
  }

  /** Leads to them. */
  Button button() {
    return Buttons.withKey(
        Buttons.small(Buttons.standard(Texts.text("trace.evidence"), Icon.TRACE, this::trace)),
        "E");
  }

  /** Takes a typed E from anywhere on the sheet where nobody types. */
  void heed(KeyEvent event) {
    boolean isPlain =
        event.getCharacter().equalsIgnoreCase("e") && !event.isShortcutDown() && !event.isAltDown();
    if (isPlain && !(event.getTarget() instanceof TextInputControl)) {
      trace();
      event.consume();
    }
  }

  /** Goes to the only source, or lists them and gives the first the focus. */
  private void trace() {
    traces.read(
        sources,
        all -> {
          if (all.size() == 1) {
            follow(all.getFirst());
          } else {
            list(all);
          }
        });
  }

  private void list(List<Trace> all) {
    setVisible(true);
    rows.getChildren().setAll(all.stream().map(this::row).toList());
    rows.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
  }

  private Node row(Trace trace) {
    ListRow row = new ListRow(trace.words()).lead(trace.icon());
    if (!trace.where().isBlank()) {
      row.second(trace.where());
    }
    return row.onOpen(() -> follow(trace));
  }

  private void follow(Trace trace) {
    if (trace.lead() instanceof Trace.Lead.Closed(var why)) {
      setVisible(true);
      closed.setText(why);
      closed.setVisible(true);
      return;
    }
    leave.run();
    traces.go(trace);
  }

  private void move(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          default -> 0;
        };
    if (step != 0 && event.getTarget() instanceof Node at && rows.getChildren().contains(at)) {
      int to = rows.getChildren().indexOf(at) + step;
      if (to >= 0 && to < rows.getChildren().size()) {
        rows.getChildren().get(to).requestFocus();
      }
      event.consume();
    }
  }
}
