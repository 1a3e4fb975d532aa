package dev.throughline.desktop.idea;

import dev.throughline.desktop.idea.EvidenceLine.Source;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Stance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What speaks for an idea and what against it, side by side. */
final class EvidenceView extends VBox {
  private final IdeaViewModel model;
  private final SectionHeader header = new SectionHeader(Texts.text("idea.evidence"));
  private final VBox supporting = new VBox();
  private final VBox opposing = new VBox();
  private final Map<RecordId, Node> rows = new HashMap<>();
  private Optional<List<EvidenceLine>> shown = Optional.empty();

  EvidenceView(IdeaViewModel model) {
    this.model = model;
    getStyleClass().add("idea-evidence");
    GridPane sides = new GridPane();
    sides.add(side(Stance.FOR, supporting), 0, 0);
    sides.add(side(Stance.AGAINST, opposing), 1, 0);
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      sides.getColumnConstraints().add(half);
    }
    sides.getStyleClass().add("sides");
    getChildren().addAll(header, sides);
  }

  private VBox side(Stance stance, VBox lines) {
    boolean isFor = stance == Stance.FOR;
    Button add =
        Buttons.small(
            Buttons.standard(
                Texts.text("idea.link"), Icon.ADD, () -> model.chooseEvidence(stance)));
    add.setAccessibleText(Texts.text(isFor ? "idea.link.for" : "idea.link.against"));
    WriteGate.heed(add);
    Label name = Labels.cap(Texts.text(isFor ? "idea.for" : "idea.against"));
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(name, Spaces.grow(), add);
    head.getStyleClass().add("head");
    VBox side = new VBox(head, lines);
    side.getStyleClass().add("side-of");
    side.setMinWidth(0);
    return side;
  }

  void show(List<EvidenceLine> all) {
    if (shown.equals(Optional.of(all))) {
      return;
    }
    shown = Optional.of(all);
    Optional<RecordId> focused =
        rows.entrySet().stream()
            .filter(row -> row.getValue().isFocusWithin())
            .map(Map.Entry::getKey)
            .findFirst();
    rows.clear();
    fill(supporting, all, Stance.FOR, "idea.for.none");
    fill(opposing, all, Stance.AGAINST, "idea.against.none");
    int people =
        (int) all.stream().map(EvidenceView::where).filter(it -> !it.isEmpty()).distinct().count();
    focused.map(rows::get).ifPresent(Node::requestFocus);
    header.note(all.isEmpty() ? "" : Texts.count("idea.evidence.from", people));
  }

  private static String where(EvidenceLine line) {
    return line.source() instanceof Source.Here here ? here.interview().toString() : "";
  }

  private void fill(VBox lines, List<EvidenceLine> all, Stance stance, String nothing) {
    List<Node> side = new ArrayList<>();
    all.stream().filter(line -> line.link().stance() == stance).map(this::row).forEach(side::add);
    if (side.isEmpty()) {
      side.add(Labels.wrapping(Labels.small(Texts.text(nothing))));
    }
    lines.getChildren().setAll(side);
  }

  private Node row(EvidenceLine line) {
    ListRow row =
        switch (line.source()) {
          case Source.Here here -> here(line, here);
          case Source.Trashed() ->
              new ListRow(Texts.text("idea.source.trashed"))
                  .lead(Icon.DELETE)
                  .second(second(line, ""));
          case Source.NotHere() ->
              new ListRow(Texts.text("idea.source.notHere"))
                  .lead(Icon.LOCK)
                  .second(second(line, ""));
        };
    Button more = Buttons.icon(Icon.MORE, Texts.text("idea.evidence.more"), () -> {});
    ContextMenu menu = menu(line.link());
    more.setOnAction(_ -> menu.show(more, Side.BOTTOM, 0, 0));
    row.setOnContextMenuRequested(
        event -> {
          menu.show(row, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    WriteGate.heed(more);
    row.actions(more);
    rows.put(line.link().id(), row);
    return row;
  }

  private ListRow here(EvidenceLine line, Source.Here here) {
    Icon icon =
        switch (here.kind()) {
          case TURN -> Icon.QUOTE;
          case NOTES -> Icon.NOTES;
          case INTERVIEW -> Icon.SESSION;
        };
    ListRow row =
        new ListRow(here.words().isBlank() ? Texts.text("idea.source.empty") : here.words())
            .lead(icon)
            .second(second(line, here.where()));
    here.whyNotQuoted()
        .ifPresent(
            why -> {
              Label mark =
                  Labels.state(Chip.State.STALE, Icon.CONSENT, Texts.text("idea.notQuoted"));
              Hint.on(mark, why);
              row.state(mark);
            });
    return row.onOpen(() -> model.exits().openSource().accept(here.interview(), here.turn()));
  }

  private static String second(EvidenceLine line, String where) {
    return Stream.of(
            where,
            Texts.text("idea.importance." + line.link().importance()),
            line.idea().isBlank() ? "" : Texts.text("idea.evidence.via", line.idea()))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private ContextMenu menu(Evidence link) {
    ContextMenu menu = new ContextMenu();
    for (int importance = Evidence.IMPORTANCE_MAX; importance >= 0; importance--) {
      int chosen = importance;
      MenuItem item = new MenuItem(Texts.text("idea.importance." + importance));
      if (importance == link.importance()) {
        item.setGraphic(Icon.CHECK.line());
      }
      item.setOnAction(_ -> model.weigh(link, chosen));
      menu.getItems().add(item);
    }
    MenuItem turn =
        new MenuItem(
            Texts.text(link.stance() == Stance.FOR ? "idea.turn.against" : "idea.turn.for"));
    turn.setOnAction(_ -> model.turn(link));
    MenuItem remove = new MenuItem(Texts.text("idea.unlink"), Icon.DELETE.line());
    remove.setOnAction(_ -> model.remove("idea.step.unlink", Evidence.KIND, link.id()));
    menu.getItems().addAll(new SeparatorMenuItem(), turn, remove);
    return menu;
  }
}
