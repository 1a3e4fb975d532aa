package dev.throughline.desktop.ui;

import dev.throughline.desktop.ui.notice.Pill;
import dev.throughline.desktop.ui.notice.PillState;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.ui.notice.SyncPill;
import dev.throughline.desktop.ui.notice.TaskStrip;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.desktop.ui.notice.ToastArea;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All parts and their states on one canvas, for the eye and for the walk. */
final class Gallery {
  private Gallery() {}

  static Region parts() {
    var gallery =
        new HBox(
            8,
            column(buttons(), fields(), choices(), rows()),
            column(codes(), chips(), facts(), longWork(), loading(), drop()),
            column(toasts(), list(), empty(), pills()));
    gallery.getStyleClass().add("tl-window");
    gallery.setStyle("-fx-padding: 16 24 16 24");
    return gallery;
  }

  /** The controls of JavaFX that show many rows, in our clothes. */
  static Region lists() {
    var gallery = new HBox(8, table(), listView());
    gallery.getStyleClass().add("tl-window");
    gallery.setStyle("-fx-padding: 16 24 16 24");
    return gallery;
  }

  private static Sheet table() {
    var table = new TableView<List<String>>();
    table.getStyleClass().add("tl-table");
    table.setAccessibleText("Sessions");
    table.setPrefWidth(700);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(textColumn("Session", 0));
    table.getColumns().add(textColumn("Date", 1));
    table.getColumns().getFirst().getStyleClass().add("tl-edge");
    var lines = textColumn("Lines", 2);
    lines.getStyleClass().add("tl-numbers");
    table.getColumns().add(lines);
    table.getColumns().add(textColumn("Sync", 3));
    for (int i = 1; i <= 30; i++) {
      table
          .getItems()
          .add(
              List.of(
                  "P-" + i + "  First switch attempt",
                  i + " Nov",
                  "" + i * 17,
                  i % 4 == 0 ? "waiting" : ""));
    }
    table.getSelectionModel().select(2);
    return new Sheet().header(new SheetHeader("Library").count("30 sessions")).content(table);
  }

  private static TableColumn<List<String>, String> textColumn(String title, int index) {
    var column = new TableColumn<List<String>, String>(title);
    column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().get(index)));
    return column;
  }

  private static Sheet listView() {
    var list = new ListView<>(FXCollections.observableArrayList("First", "Second", "Third"));
    list.getStyleClass().add("tl-list");
    list.setAccessibleText("Notes");
    list.getSelectionModel().select(1);
    var area = new TextArea("Typed words\nand a second line");
    area.setAccessibleText("Note");
    var off = new TextField("Not to be changed");
    off.setAccessibleText("Id");
    off.setDisable(true);
    return new Sheet()
        .header(new SheetHeader("Notes").second("P-07, first switch attempt"))
        .content(new VBox(8, list, area, off));
  }

  private static VBox column(Region... sheets) {
    var column = new VBox(8, sheets);
    column.setMinWidth(404);
    column.setMaxWidth(404);
    return column;
  }

  private static Sheet sheet(String title, Node... content) {
    var column = new VBox(8);
    var head = Labels.small(title);
    head.getStyleClass().add("tl-h3");
    column.getChildren().add(head);
    column.getChildren().addAll(content);
    column.setStyle("-fx-padding: 8 15 12 23");
    return new Sheet().content(column);
  }

  private static Sheet buttons() {
    var hover = forced(Buttons.standard("Hover", Gallery::nothing), "hover");
    var focused = forced(Buttons.standard("Focused", Gallery::nothing), "focus-visible");
    var off = Buttons.standard("Not yet", Gallery::nothing);
    off.setDisable(true);
    var primary = Buttons.primary("Primary", Icon.CHECK, Gallery::nothing);
    var icon = Buttons.icon(Icon.MORE, "More", Gallery::nothing);
    return sheet(
        "Buttons: one primary a view",
        new HBox(
            8,
            Buttons.withKey(primary, "Ctrl Enter"),
            Buttons.standard("Default", Icon.ADD, Gallery::nothing),
            Buttons.flat("Flat", Gallery::nothing),
            icon),
        new HBox(12, hover, focused, off, Buttons.danger("Delete", Icon.DELETE, Gallery::nothing)));
  }

  private static Sheet fields() {
    var rest = new TextField();
    rest.setPromptText("Rest");
    rest.setPrefColumnCount(6);
    rest.setAccessibleText("Rest");
    var focused = forced(new TextField("Focused"), "focused");
    focused.setAccessibleText("Focused");
    focused.setPrefColumnCount(6);
    var choice = new ComboBox<>(FXCollections.observableArrayList("Mara L.", "Jon A."));
    choice.getSelectionModel().selectFirst();
    choice.setAccessibleText("Person");
    var wrong = new TextField("44:7x");
    wrong.setMaxWidth(120);
    var field = new LabeledField("Starts at", wrong);
    field.errorProperty().set("Use hh:mm:ss, for example 00:44:07");
    return sheet("Fields", new HBox(8, rest, focused, choice), field);
  }

  private static Sheet choices() {
    var chosen = new CheckBox("Chosen");
    chosen.setSelected(true);
    var segments =
        new SegmentedTabs(
            "Theme",
            List.of(
                new SegmentedTabs.Tab("system", "System", null),
                new SegmentedTabs.Tab("light", "Light", null),
                new SegmentedTabs.Tab("dark", "Dark", null)));
    segments.select("light");
    var tabs =
        new SegmentedTabs(
            "Context",
            List.of(
                new SegmentedTabs.Tab("trace", "Trace", Icon.TRACE),
                new SegmentedTabs.Tab("comments", "Comments", Icon.COMMENTS),
                new SegmentedTabs.Tab("history", "History", Icon.STALE),
                new SegmentedTabs.Tab("consent", "Consent", Icon.CONSENT)));
    var link = Buttons.link("Open", Gallery::nothing);
    return sheet("Choices", new HBox(16, chosen, new CheckBox("Open"), link), segments, tabs);
  }

  private static Sheet rows() {
    var box = new VBox(2);
    box.getChildren().add(row("Rest", "rest"));
    box.getChildren().add(forced(row("Hover", "hover"), "hover"));
    box.getChildren()
        .add(
            forced(row("Selected, list has the keyboard", "selected"), "selected", "list-focused"));
    box.getChildren().add(forced(row("Selected, keyboard is elsewhere", "idle"), "selected"));
    box.getChildren()
        .add(forced(row("Keyboard focus without selection", "focus"), "focus-visible"));
    return sheet("Rows", box);
  }

  private static ListRow row(String title, String state) {
    return new ListRow(title).lead(Icon.INSIGHT).state(Labels.cap(state)).onOpen(Gallery::nothing);
  }

  private static Sheet pills() {
    var flow = new FlowPane(8, 6);
    for (PillState state : PillState.values()) {
      var words =
          switch (state) {
            case BLOCKED -> "Blocked: sign in again";
            case OFFLINE -> "Offline since 09:10, saving here";
            case NEEDS_YOU -> "Needs you: 1 conflict";
            case WAITING -> "12 waiting";
            case SYNCING -> "Sending 3 changes";
            case SAVED -> "All saved on server";
            case LOCAL -> "Saving on this computer only";
          };
      flow.getChildren()
          .add(new SyncPill(new SimpleObjectProperty<>(new Pill(state, words)), Gallery::nothing));
    }
    return sheet("The sync pill", flow);
  }

  private static Sheet codes() {
    var names = List.of("Brick", "Ochre", "Moss", "Teal", "Sky", "Violet", "Plum", "Slate");
    var box = new FlowPane(8, 4);
    for (int slot = 1; slot <= names.size(); slot++) {
      var stripe = new Region();
      stripe.setStyle("-fx-background-color: -tl-code-" + slot + "; -fx-min-width: 4");
      var words = new Label(names.get(slot - 1));
      words.setStyle("-fx-background-color: -tl-code-" + slot + "-tint; -fx-padding: 3 6 3 6");
      box.getChildren().add(new HBox(8, stripe, words));
    }
    return sheet("Codes: stripe, tint, always a name", box);
  }

  private static Sheet chips() {
    return sheet(
        "Chips",
        new FlowPane(
            6,
            8,
            Chip.neutral(Icon.CODE, "Neutral"),
            Chip.of(Chip.State.READY, "Ready"),
            Chip.of(Chip.State.STALE, "Stale"),
            Chip.of(Chip.State.STOPPED, "Stopped"),
            Chip.of(Chip.State.ASKED, "Asked"),
            Chip.filter("5 to 75 min", Gallery::nothing)));
  }

  private static Sheet facts() {
    var two = new Fact("2", "sessions", "without debrief").key("D").onOpen(Gallery::nothing);
    var hours = new Fact("3.2", "hours", "not coded").onOpen(Gallery::nothing);
    var check = new ListRow("Last full check: yesterday 18:02").strong().lead(Icon.VERIFIED);
    var well = new Well(check.second("18,204 records compared, 0 repaired."));
    return sheet("Wells", new Facts(two, hours), well);
  }

  private static Sheet longWork() {
    var task = new RunningTask("Importing 214 files", Optional.of(Gallery::nothing));
    task.progressProperty().set(.38);
    task.detailProperty().set("81 done, 2 min left");
    var people = new HBox(8, Avatar.row("Mara Lind"), Avatar.head("Jon Aas"), Avatar.head(""));
    var strip = new TaskStrip(FXCollections.observableArrayList(task));
    return sheet("Long work, people", strip, people);
  }

  private static Sheet loading() {
    return sheet("Loading, after 300 ms", new LoadingBars());
  }

  private static Sheet toasts() {
    var toasts = FXCollections.<Toast>observableArrayList();
    toasts.add(
        Toast.undoable(
            "12 quotes coded as Exit worry",
            "in 4 sessions",
            new Toast.Action("Undo", Gallery::nothing)));
    toasts.add(
        Toast.failed(
            "P-10 was not imported",
            "The file ends in the middle of a cue. Code IMP-14",
            new Toast.Action("Keep the part", Gallery::nothing)));
    return sheet("Toasts", new ToastArea(toasts));
  }

  private static Sheet list() {
    var box = new VBox();
    box.getChildren()
        .add(new SectionHeader("Waiting for you", Buttons.link("All", Gallery::nothing)).note("3"));
    var first =
        new ListRow("“A saving” has two versions")
            .strong()
            .lead(Icon.MERGE)
            .second("You and Jon A. changed 3 fields.")
            .state("09:31")
            .onOpen(Gallery::nothing);
    var second =
        new ListRow("Consent of P-12")
            .lead(Icon.CONSENT)
            .second("First look")
            .actions(Buttons.standard("Open", Gallery::nothing))
            .state("Mon");
    box.getChildren().addAll(forced(first, "hover"), forced(second, "hover"));
    return sheet("A list", box);
  }

  private static Sheet empty() {
    var open = Buttons.withKey(Buttons.standard("Open last session", Gallery::nothing), "I");
    return sheet(
        "Empty place",
        new EmptyPlace(Icon.QUOTE, "No insights yet", "Select quotes in a session and press I.")
            .actions(open));
  }

  private static Sheet drop() {
    return sheet(
        "Drop",
        new DropZone("Drop transcripts here", "VTT, SRT, TXT, MD", Gallery::nothing, files -> {}));
  }

  private static <N extends Node> N forced(N node, String... pseudoClasses) {
    for (String name : pseudoClasses) {
      node.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), true);
    }
    return node;
  }

  private static void nothing() {}
}
