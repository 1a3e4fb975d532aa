package dev.throughline.desktop.handoff;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.NewLineField;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.handoff.ItemCheck;
import dev.throughline.model.handoff.Section;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One section of the checklist; folds to its head once all of it is ready. */
final class SectionView extends VBox {
  private final Section section;
  private final Button head = new Button();
  private final Label count = Labels.muted("");
  private final Label done = new Label();
  private final Label mine =
      Chip.of(Chip.State.ASKED, Icon.PERSON, Texts.text("review.section.mine"));
  private final HBox words;
  private final VBox below = new VBox();
  private final NewLineField fresh;
  private final KeptRows<ItemCheck, ItemRow> rows;
  private Optional<HandoffDetail> now = Optional.empty();
  private Optional<RecordId> chosen = Optional.empty();
  private Optional<Boolean> wanted = Optional.empty();
  private boolean isWhole;

  SectionView(HandoffViewModel model, Section section) {
    this.section = section;
    getStyleClass().add("checklist-section");
    fresh =
        new NewLineField(
            Texts.text("handoff.item.new"),
            (typed, otherwise) -> model.addItem(section, typed, otherwise));
    fresh.managedProperty().bind(fresh.visibleProperty());
    fresh.setVisible(false);
    fresh.focusedProperty().subscribe(isFocused -> hideUnused(isFocused));
    done.setGraphic(Icon.CHECK.line());
    done.getStyleClass().add("tl-ready");
    words = new HBox(Labels.h3(HandoffWords.section(section)), count, done, mine);
    mine.managedProperty().bind(mine.visibleProperty());
    words.getStyleClass().add("words");
    head.getStyleClass().addAll("flat", "section-head");
    head.setContentDisplay(ContentDisplay.LEFT);
    head.setOnAction(_ -> fold());
    rows =
        new KeptRows<>(
            check -> check.item().id(),
            () -> new ItemRow(model),
            (row, check) ->
                now.ifPresent(
                    detail ->
                        row.show(check, detail, chosen.equals(Optional.of(check.item().id())))));
    below.getChildren().addAll(rows, fresh);
    below.getStyleClass().add("below");
    Button add =
        Buttons.small(
            Buttons.icon(
                Icon.ADD,
                Texts.text("handoff.item.add", HandoffWords.section(section)),
                this::typeNew));
    WriteGate.heed(add);
    HBox line = new HBox(head, words, Spaces.grow(), add);
    line.getStyleClass().add("head");
    getChildren().addAll(line, below);
    model.chosenProperty().subscribe(item -> chosen = item);
  }

  /**
   * What is ready folds by itself, until somebody opens it.
   *
   * @param most how many rows may be made that are not there yet
   * @return how many were
   */
  int show(HandoffDetail detail, int most) {
    now = Optional.of(detail);
    List<ItemCheck> all = detail.of(section);
    long ready = all.stream().filter(ItemCheck::isReady).count();
    boolean wasWhole = isWhole;
    isWhole = !all.isEmpty() && ready == all.size();
    if (wasWhole && !isWhole) {
      wanted = Optional.empty();
    }
    count.setText(Texts.text("handoff.section.of", ready, all.size()));
    done.setVisible(isWhole);
    mine.setVisible(RoleSections.isFor(detail.reviews(), section));
    // What is folded needs no rows until somebody unfolds it.
    int made = rows.show(all, isOpen() ? most : 0);
    lay();
    return made;
  }

  private void unfold() {
    wanted = Optional.of(true);
    now.ifPresent(detail -> rows.show(detail.of(section)));
    lay();
  }

  private void typeNew() {
    if (!isOpen()) {
      unfold();
    }
    fresh.setVisible(true);
    fresh.requestFocus();
  }

  private void hideUnused(boolean isFocused) {
    if (!isFocused && fresh.getText().isBlank()) {
      fresh.setVisible(false);
    }
  }

  private boolean isOpen() {
    return wanted.orElse(!isWhole || mine.isVisible());
  }

  private void fold() {
    if (isOpen()) {
      wanted = Optional.of(false);
      lay();
    } else {
      unfold();
    }
  }

  private void lay() {
    boolean isOpen = isOpen();
    below.setVisible(isOpen);
    below.setManaged(isOpen);
    head.setGraphic(isOpen ? Icon.DOWN.line() : Icon.OPEN.line());
    head.setAccessibleText(
        Texts.text(
            isOpen ? "handoff.section.fold" : "handoff.section.unfold",
            HandoffWords.section(section),
            mine.isVisible() ? count.getText() + ", " + mine.getText() : count.getText()));
  }

  /** Shows an item of it; empty when it is in another. */
  Optional<ItemRow> reveal(RecordId item) {
    boolean isMine =
        now.flatMap(detail -> detail.item(item))
            .filter(check -> check.item().section() == section)
            .isPresent();
    if (isMine && !isOpen()) {
      unfold();
    }
    return rows.row(item);
  }
}
