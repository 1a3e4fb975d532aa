package dev.throughline.desktop.guide;

import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.KeyCap;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.topic.TopicKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The guide beside the notes: what to ask, ticked by click or by key, with what is left. */
public final class CoverageView extends BorderPane {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private final CoverageViewModel model;
  private final Label count = Labels.small("");
  private final ProgressBar bar = new ProgressBar(0);
  private final VBox lines = new VBox();
  private final NewTopicView fresh;
  private final Map<RecordId, CheckBox> boxes = new HashMap<>();

  public CoverageView(CoverageViewModel model) {
    this.model = model;
    getStyleClass().add("coverage");
    HBox head = new HBox(Labels.h3(Texts.text("guide.title")), Spaces.grow(), count);
    head.getStyleClass().add("head");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Texts.text("guide.progress"));
    VBox top = new VBox(head, bar);
    top.getStyleClass().add("top");
    setTop(top);
    lines.getStyleClass().add("lines");
    fresh = new NewTopicView(Texts.text("guide.own.new"), model.errorProperty(), model::add);
    setCenter(Sheet.scrolling(Texts.text("guide.title"), new VBox(lines, fresh)));
    model.guideProperty().subscribe(this::show);
  }

  private void show(Guide guide) {
    count.setText(guide.size() == 0 ? "" : words(guide));
    bar.setProgress(guide.size() == 0 ? 0 : (double) guide.covered() / guide.size());
    bar.setVisible(guide.size() > 0);
    bar.setManaged(bar.isVisible());
    Optional<RecordId> focused =
        boxes.entrySet().stream()
            .filter(entry -> entry.getValue().isFocused())
            .map(Map.Entry::getKey)
            .findFirst();
    boxes.clear();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < guide.topics().size(); i++) {
      Topic topic = guide.topics().get(i);
      nodes.add(
          switch (topic.kind()) {
            case QUESTION, TASK -> line(guide, topic);
            case SECTION -> section(guide, i);
            case NOTE -> note(topic);
          });
    }
    lines.getChildren().setAll(nodes);
    focused.map(boxes::get).ifPresent(Node::requestFocus);
  }

  /** "5 of 12 covered", and how long the rest was meant to take. */
  static String words(Guide guide) {
    String covered = Texts.text("guide.covered", guide.covered(), guide.size());
    return guide.minutesLeft() == 0
        ? covered
        : Texts.text("guide.covered.left", covered, guide.minutesLeft());
  }

  private Node section(Guide guide, int at) {
    List<Topic> after = guide.topics().subList(at + 1, guide.topics().size());
    List<Topic> of =
        after.stream()
            .takeWhile(topic -> topic.kind() != TopicKind.SECTION)
            .filter(topic -> topic.kind().isTicked())
            .toList();
    long covered = of.stream().filter(guide::isCovered).count();
    Label title = Labels.wrapping(Labels.h3(guide.topics().get(at).text()));
    Label sum = Labels.small(of.isEmpty() ? "" : Texts.text("guide.of", covered, of.size()));
    sum.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(title, Spaces.grow(), sum);
    line.getStyleClass().add("section");
    return line;
  }

  private static Node note(Topic topic) {
    Label note = Labels.wrapping(Labels.small(topic.text()));
    note.getStyleClass().add("note");
    return note;
  }

  private Node line(Guide guide, Topic topic) {
    CheckBox box = new CheckBox(topic.text());
    box.setWrapText(true);
    box.setMinHeight(Region.USE_PREF_SIZE);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setSelected(guide.isCovered(topic));
    box.setOnAction(_ -> model.toggle(topic));
    WriteGate.heed(box);
    guide.tick(topic).map(this::who).ifPresent(who -> tell(box, who));
    boxes.put(topic.id(), box);
    HBox.setHgrow(box, Priority.ALWAYS);
    HBox line = new HBox(box);
    line.getStyleClass().add("line");
    model
        .number(topic)
        .ifPresent(
            number -> {
              Label key = KeyCap.of(Texts.text("guide.key", number));
              key.setMinWidth(Region.USE_PREF_SIZE);
              box.setAccessibleHelp(key.getText());
              line.getChildren().add(key);
            });
    return line;
  }

  private static void tell(CheckBox box, String who) {
    Hint.on(box, () -> who);
    box.setAccessibleText(Texts.text("guide.spoken", box.getText(), who));
  }

  /** Who ticked and when: by hour on the day itself, by day later. */
  private String who(Coverage tick) {
    ZonedDateTime at = Instant.ofEpochMilli(tick.atMillis()).atZone(model.clock().getZone());
    boolean isToday = at.toLocalDate().equals(LocalDate.now(model.clock()));
    String when = (isToday ? TIME : DAY).format(at);
    return tick.by().isBlank()
        ? Texts.text("guide.ticked", when)
        : Texts.text("guide.tickedBy", tick.by(), when);
  }
}
