package dev.throughline.desktop.ui.notice;

import dev.throughline.desktop.platform.HomeZone;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The panel above the status bar with all tasks and notices. Takes the focus when it opens; Esc
 * closes it and gives the focus back.
 */
public final class ActivityPanel extends VBox {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Activity activity;
  private final ScrollPane scrolling;
  private final Button close;
  private Optional<Node> before = Optional.empty();

  public ActivityPanel(Activity activity) {
    this.activity = activity;
    getStyleClass().add("tl-activity");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(Texts.text("ui.activity.title"));
    Button clear = Buttons.small(Buttons.flat(Texts.text("ui.activity.clear"), activity::clear));
    close =
        Buttons.small(
            Buttons.withKey(
                Buttons.icon(Icon.CLOSE, Texts.text("ui.activity.close"), this::shut),
                Texts.text("ui.key.escape")));
    HBox head = new HBox(Labels.h2(Texts.text("ui.activity.title")), Spaces.grow(), clear, close);
    head.getStyleClass().add("head");
    VBox lists = new VBox(empty(), running(), notices(), finished());
    lists.getStyleClass().add("lists");
    scrolling = Sheet.scrolling(Texts.text("ui.activity.title"), lists);
    getChildren().addAll(head, scrolling);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    visibleProperty().bind(activity.openProperty());
    managedProperty().bind(visibleProperty());
    activity.openProperty().subscribe((was, now) -> moveFocus(now));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      shut();
      event.consume();
    }
  }

  private void shut() {
    activity.openProperty().set(false);
  }

  private void moveFocus(boolean isOpen) {
    if (getScene() == null) {
      return;
    }
    if (isOpen) {
      before = Optional.ofNullable(getScene().getFocusOwner());
      scrolling.setVvalue(0);
      close.requestFocus();
    } else {
      before.filter(node -> node.getScene() == getScene()).ifPresent(Node::requestFocus);
      before = Optional.empty();
    }
  }

  private VBox empty() {
    VBox empty =
        new VBox(
            Labels.body(Texts.text("ui.activity.empty")),
            Labels.wrapping(Labels.small(Texts.text("ui.activity.empty.line"))));
    empty.getStyleClass().add("nothing");
    InvalidationListener look =
        changed -> {
          boolean isEmpty =
              activity.running().isEmpty()
                  && activity.finished().isEmpty()
                  && activity.notices().isEmpty();
          empty.setVisible(isEmpty);
          empty.setManaged(isEmpty);
        };
    activity.running().addListener(look);
    activity.finished().addListener(look);
    activity.notices().addListener(look);
    look.invalidated(activity.running());
    return empty;
  }

  private VBox running() {
    return section("ui.activity.running", activity.running(), TaskRow::new);
  }

  private VBox notices() {
    return section(
        "ui.activity.notices",
        activity.notices(),
        notice -> new NoticeRow(notice, clock(notice.at()), () -> dismiss(notice)));
  }

  private VBox finished() {
    return section("ui.activity.finished", activity.finished(), this::finishedRow);
  }

  private Node finishedRow(FinishedTask task) {
    Label title = Labels.wrapping(Labels.body(task.title()));
    title.setMinWidth(0);
    String end = Texts.text(task.stopped() ? "ui.task.stopped" : "ui.task.ended");
    HBox row =
        new HBox(
            title, Spaces.grow(), whole(Labels.small(end)), whole(Labels.cap(clock(task.at()))));
    row.getStyleClass().addAll("tl-activity-row", "over");
    return row;
  }

  private static Label whole(Label label) {
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** The focus stays in the panel when the row that had it goes. */
  private void dismiss(Notice notice) {
    activity.dismiss(notice);
    close.requestFocus();
  }

  private static String clock(Instant at) {
    return CLOCK.format(at.atZone(HomeZone.id()));
  }

  /** A headed list that is gone while it is empty; rows that stay are not made anew. */
  private static <T> VBox section(String key, ObservableList<T> items, Function<T, Node> row) {
    VBox rows = new VBox();
    VBox section = new VBox(new SectionHeader(Texts.text(key)), rows);
    section.getStyleClass().add("tl-activity-section");
    RowsOf<T> shown = new RowsOf<>(items, rows, row);
    items.addListener(
        (InvalidationListener)
            changed -> {
              shown.fill();
              show(section, !items.isEmpty());
            });
    shown.fill();
    show(section, !items.isEmpty());
    return section;
  }

  private static void show(VBox section, boolean isShown) {
    section.setVisible(isShown);
    section.setManaged(isShown);
  }
}
