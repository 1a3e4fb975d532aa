package dev.throughline.desktop.history;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What happened to a record, newest first. */
public final class HistoryPage extends StackPane {
  private final HistoryViewModel model;
  private final Consumer<RecordId> show;
  private final Sheet sheet = new Sheet();
  private final SheetHeader header = new SheetHeader(Texts.text("history.title"));
  private final VBox revisions = new VBox();
  private final Well notice = new Well();
  private final Button more;

  /** {@code show} leads to the history of another record. */
  public HistoryPage(HistoryViewModel model, Consumer<RecordId> show) {
    this.model = model;
    this.show = show;
    getStyleClass().add("history");
    revisions.getStyleClass().add("revisions");
    more = Buttons.standard(Texts.text("history.more"), Icon.DOWN, model::loadMore);
    more.visibleProperty().bind(model.moreProperty());
    more.managedProperty().bind(more.visibleProperty());
    setUpNotice();
    sheet.header(header.second(Texts.text("history.line")));
    sheet.body(Texts.text("history.title"), notice, revisions, more);
    getChildren().add(sheet);
    model.aroundProperty().subscribe(this::name);
    model.revisions().addListener((InvalidationListener) _ -> fill());
    model.loadedProperty().subscribe(_ -> fill());
  }

  private void setUpNotice() {
    Label words = Labels.wrapping(Labels.body(""));
    words.textProperty().bind(model.noticeProperty());
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button again = Buttons.standard(Texts.text("history.again"), Icon.SYNC, model::reload);
    again.visibleProperty().bind(model.awayProperty());
    again.managedProperty().bind(again.visibleProperty());
    notice.getChildren().setAll(Icon.OFFLINE.line(), words, again);
    notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
    notice.managedProperty().bind(notice.visibleProperty());
  }

  private void name(Around around) {
    header
        .titleProperty()
        .set(
            around.title().isBlank()
                ? Texts.text("history.title")
                : Texts.text("history.title.of", around.title()));
    Button open =
        Buttons.standard(Texts.text("history.open"), Icon.OPEN, () -> model.open(model.record()));
    if (around.related().size() < 2) {
      header.actions(open);
      return;
    }
    SegmentedTabs tabs =
        new SegmentedTabs(
            Texts.text("history.related"),
            around.related().stream()
                .map(one -> new SegmentedTabs.Tab(one.record().toString(), one.name(), null))
                .toList());
    tabs.select(model.record().toString());
    tabs.selectedProperty().addListener((_, _, chosen) -> show.accept(RecordId.of(chosen)));
    header.actions(tabs, open);
  }

  private void fill() {
    if (!model.loadedProperty().get()) {
      revisions.getChildren().setAll(LoadingBars.afterPatience());
      return;
    }
    if (model.revisions().isEmpty()) {
      revisions
          .getChildren()
          .setAll(
              new EmptyPlace(
                  Icon.STALE, Texts.text("history.empty.title"), Texts.text("history.empty")));
      return;
    }
    List<RevisionView> shown =
        model.revisions().stream().map(one -> new RevisionView(model, one)).toList();
    revisions.getChildren().setAll(shown);
  }
}
