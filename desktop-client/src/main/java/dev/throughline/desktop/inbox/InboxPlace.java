package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.EmWidth;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.DoubleBinding;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What needs the person at the left, the one that is looked at beside it. */
public final class InboxPlace extends StackPane {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /** Narrower than this many text heights, the list takes no more than it needs. */
  private static final double NARROW_BELOW_EM = 64;

  private static final String OPEN = "open";
  private static final String SETTLED = "settled";

  private final InboxViewModel model;
  private final ListView<InboxItem> list;
  private final SegmentedTabs tabs =
      new SegmentedTabs(
          Texts.text("inbox.title"),
          List.of(
              new SegmentedTabs.Tab(OPEN, Texts.text("inbox.tab.open"), Icon.INBOX),
              new SegmentedTabs.Tab(SETTLED, Texts.text("inbox.tab.settled"), Icon.CHECK)));
  private final SectionHeader section = new SectionHeader(Texts.text("inbox.section"));
  private final StackPane detail = new StackPane();
  private final DoubleBinding width;
  private boolean isMarking;

  public InboxPlace(InboxViewModel model) {
    this.model = model;
    this.list = new ListView<>(model.items());
    getStyleClass().add("inbox");
    setUpList();
    Label title = Labels.h1(Texts.text("inbox.title"));
    HBox head = new HBox(title, tabs);
    head.getStyleClass().add("inbox-head");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    VBox left = new VBox(head, section, list);
    left.getStyleClass().add("list-pane");
    VBox.setVgrow(list, Priority.ALWAYS);
    BorderPane both = new BorderPane(detail);
    both.setLeft(left);
    Label gauge = Labels.body("");
    gauge.setManaged(false);
    getChildren().addAll(new Sheet().content(both), gauge);
    width = EmWidth.of(this, gauge);
    width.subscribe(em -> pseudoClassStateChanged(NARROW, em.doubleValue() < NARROW_BELOW_EM));
    tabs.select(model.showsSettledProperty().get() ? SETTLED : OPEN);
    tabs.selectedProperty().subscribe(tab -> model.showsSettledProperty().set(tab.equals(SETTLED)));
    model.showsSettledProperty().subscribe(settled -> tabs.select(settled ? SETTLED : OPEN));
    // Told after the list itself: it cannot select in what it does not know to be shorter.
    model.items().addListener((ListChangeListener<InboxItem>) _ -> count());
    model.selectedProperty().subscribe(this::show);
    model.conflictProperty().subscribe(_ -> show(model.selectedProperty().get()));
    model.loadedProperty().subscribe(_ -> show(model.selectedProperty().get()));
    sceneProperty().subscribe(scene -> model.setShowing(scene != null));
    count();
  }

  /** Gives the focus to the list. */
  @Override
  public void requestFocus() {
    Focus.give(list);
  }

  private void setUpList() {
    list.setAccessibleText(Texts.text("inbox.title"));
    list.setCellFactory(_ -> new InboxCellView(model));
    list.setPlaceholder(new Label());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, item) -> {
              if (item != null && !isMarking) {
                model.selectedProperty().set(Optional.of(item));
              }
            });
  }

  private void count() {
    int count = model.items().size();
    section.note(count == 0 ? "" : Texts.number(count));
    section.setVisible(count > 0 && !model.showsSettledProperty().get());
    section.setManaged(section.isVisible());
    mark(model.selectedProperty().get());
    if (count == 0) {
      show(Optional.empty());
    }
  }

  private void mark(Optional<InboxItem> item) {
    isMarking = true;
    item.ifPresentOrElse(
        now -> list.getSelectionModel().select(now), list.getSelectionModel()::clearSelection);
    isMarking = false;
  }

  private void show(Optional<InboxItem> item) {
    mark(item);
    Optional<ConflictViewModel> card = model.conflictProperty().get();
    Node shown = item.<Node>map(one -> detail(one, card)).orElseGet(this::nothing);
    boolean isSame =
        shown instanceof ConflictView
            && !detail.getChildren().isEmpty()
            && detail.getChildren().getFirst() instanceof ConflictView before
            && card.filter(before::shows).isPresent();
    if (!isSame) {
      detail.getChildren().setAll(shown);
    }
  }

  private Node detail(InboxItem item, Optional<ConflictViewModel> card) {
    return switch (item) {
      case InboxItem.Conflicted _ -> card.<Node>map(ConflictView::new).orElseGet(StackPane::new);
      case InboxItem.Parked parked -> new ParkedView(model.parked(parked));
      case InboxItem.Rescued rescued -> new RescueView(model.rescued(rescued));
      case InboxItem.Mentioned mentioned -> new MentionView(model.mentioned(mentioned));
      case InboxItem.ToSign sign -> new ToSignView(model, sign);
      case InboxItem.Held held -> new HeldView(model.held(held));
    };
  }

  private Node nothing() {
    if (!model.loadedProperty().get()) {
      return Sheet.column(LoadingBars.afterPatience());
    }
    boolean settled = model.showsSettledProperty().get();
    return new EmptyPlace(
        settled ? Icon.CHECK : Icon.INBOX,
        Texts.text(settled ? "inbox.empty.settled.title" : "inbox.empty.title"),
        Texts.text(settled ? "inbox.empty.settled" : "inbox.empty"));
  }
}
