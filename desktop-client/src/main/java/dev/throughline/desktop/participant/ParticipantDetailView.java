package dev.throughline.desktop.participant;

import dev.throughline.desktop.comment.CommentsView;
import dev.throughline.desktop.consent.ConsentView;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One person: pseudonym, attributes, what they agreed to, and the interviews with them. */
final class ParticipantDetailView extends StackPane {
  private final ParticipantsViewModel model;
  private final InPlaceFieldView pseudonym;
  private final Label doubled;
  private final AttributesView attributes;
  private final VBox interviews = new VBox();
  private final SectionHeader met = new SectionHeader(Texts.text("participants.interviews"));
  private final ScrollPane page;
  private final CommentsView comments;
  private Optional<ParticipantRow> shown = Optional.empty();

  ParticipantDetailView(ParticipantsViewModel model) {
    this.model = model;
    getStyleClass().add("participant-detail");
    pseudonym =
        new InPlaceFieldView(
            Texts.text("session.participant"),
            Texts.text("session.participant.prompt"),
            (before, name) -> shown.ifPresent(row -> model.rename(row, before, name)));
    pseudonym.getStyleClass().add("name");
    HBox.setHgrow(pseudonym, Priority.ALWAYS);
    HBox head =
        new HBox(
            EmptyPlace.tile(Icon.PARTICIPANT),
            pseudonym,
            Buttons.small(
                Buttons.icon(Icon.DELETE, Texts.text("participants.trash"), model::trash)));
    head.getStyleClass().add("who");
    doubled =
        Labels.wrapping(
            Labels.state(Chip.State.STALE, Icon.WARNING, Texts.text("participants.doubled")));
    doubled.managedProperty().bind(doubled.visibleProperty());
    comments = new CommentsView(model.comments());
    attributes = new AttributesView(change -> shown.ifPresent(row -> model.change(row, change)));
    page =
        Sheet.scrolling(
            Texts.text("participants.person"),
            Sheet.column(
                new VBox(head, doubled),
                new VBox(new SectionHeader(Texts.text("session.field.attributes")), attributes),
                new ConsentView(model.consent()),
                new VBox(met, interviews),
                comments.section()));
    getChildren().add(page);
    model.selectedProperty().subscribe(this::show);
  }

  /** Puts the caret where something is said about whoever is shown. */
  void comment() {
    page.setVvalue(1);
    comments.typeNow();
  }

  private void show(Optional<ParticipantRow> now) {
    boolean isOther =
        !now.map(row -> row.person().id()).equals(shown.map(row -> row.person().id()));
    if (isOther) {
      pseudonym.finish();
    }
    page.setVisible(now.isPresent());
    now.ifPresent(row -> fill(row, isOther));
    shown = now;
  }

  private void fill(ParticipantRow row, boolean isOther) {
    pseudonym.show(row.person().pseudonym());
    doubled.setVisible(row.isDoubled());
    attributes.show(row.person().attributes(), isOther);
    int count = row.interviews().size();
    met.note(count == 0 ? "" : Texts.number(count));
    interviews.getChildren().setAll(row.interviews().stream().map(this::line).toList());
    if (count == 0) {
      interviews
          .getChildren()
          .add(Labels.wrapping(Labels.muted(Texts.text("participants.interviews.none"))));
    }
    if (isOther) {
      page.setVvalue(0);
    }
  }

  private Node line(InterviewRow row) {
    String title = row.interview().title();
    String second =
        Stream.of(
                row.study(),
                Texts.text("session.status." + row.interview().status().wireName()),
                row.interview().place())
            .filter(words -> !words.isBlank())
            .collect(Collectors.joining(", "));
    return new ListRow(title.isBlank() ? Texts.text("interviews.untitled") : title)
        .lead(Icon.SESSION)
        .second(second)
        .state(row.interview().date().map(DayWords::shown).orElse(""))
        .onOpen(() -> model.open(row));
  }
}
