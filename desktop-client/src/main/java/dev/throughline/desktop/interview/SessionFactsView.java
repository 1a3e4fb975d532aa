package dev.throughline.desktop.interview;

import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import java.time.LocalDate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;

/** The second line of the head: when, where, who, for which study, and what is special about it. */
final class SessionFactsView extends FlowPane {
  private final SessionViewModel model;
  private final Label date = Labels.small("");
  private final Label place = Labels.small("");
  private final InPlaceFieldView participant;
  private final Label study = Labels.small("");
  private final Labeled status = Chip.of(Chip.State.NEUTRAL, "");
  private final Labeled restricted = Chip.neutral(Icon.LOCK, Texts.text("session.restricted"));
  private final Labeled sample = Chip.neutral(Icon.SAMPLE, Texts.text("session.sample"));
  private final Label waiting = Labels.small(Texts.text("session.waiting"));

  SessionFactsView(SessionViewModel model) {
    this.model = model;
    getStyleClass().add("facts");
    participant =
        new InPlaceFieldView(
                Texts.text("session.participant"),
                Texts.text("session.participant.prompt"),
                this::renameParticipant)
            .fitting();
    Hint.on(restricted, Texts.text("session.restricted.line"));
    study.setGraphic(Icon.STUDY.line());
    waiting.setGraphic(Icon.WAITING.line());
    getChildren().addAll(participant, date, place, study, status, restricted, sample, waiting);
    model.sessionProperty().subscribe(session -> session.ifPresent(this::show));
  }

  private void renameParticipant(String before, String pseudonym) {
    model
        .sessionProperty()
        .get()
        .ifPresent(session -> model.edits().setParticipant(session, before, pseudonym));
  }

  private void show(Session session) {
    LocalDate today = LocalDate.now(model.clock());
    participant.show(session.participant().map(Participant::pseudonym).orElse(""));
    say(date, session.interview().date().map(day -> WhenWords.day(day, today)).orElse(""));
    say(place, session.interview().place());
    say(study, session.study().map(Study::title).orElse(""));
    InterviewStatus now = session.interview().status();
    say(status, now == InterviewStatus.DONE ? "" : Texts.text("session.status." + now.wireName()));
    put(restricted, session.interview().isRestricted());
    put(sample, session.isSample());
    put(waiting, model.isWaiting(session));
  }

  /** What there is nothing to say of is not there. */
  private static void say(Labeled label, String text) {
    label.setText(text);
    put(label, !text.isBlank());
  }

  private static void put(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
