package dev.throughline.desktop.interview;

import dev.throughline.desktop.consent.ConsentView;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.FieldRowView;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.TimeWords;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the context panel says of an interview: who, when, where, how far, and the guide. */
final class DetailsView {
  private final SessionViewModel model;
  private final ParticipantView participant;
  private final FieldRowView date;
  private final FieldRowView time;
  private final FieldRowView place;
  private final FieldRowView study;
  private final SegmentedTabs status;
  private final Label guide = Labels.wrapping(Labels.body(""));
  private final VBox guideSection;
  private final FlowPane ways = new FlowPane();
  private final ConsentView consent;

  DetailsView(SessionViewModel model) {
    this.model = model;
    participant = new ParticipantView(model);
    consent = new ConsentView(model.aside().consent());
    date = FieldRowView.edited("session.date", "session.date.prompt", this::setDate);
    time = FieldRowView.edited("session.time", "session.time.prompt", this::setTime);
    place = FieldRowView.edited("session.place", "session.place.prompt", model.edits()::setPlace);
    study = FieldRowView.shown("session.study");
    status =
        new SegmentedTabs(
            Texts.text("session.field.status"),
            Arrays.stream(InterviewStatus.values()).map(DetailsView::tab).toList());
    WriteGate.heed(status);
    WriteGate.on(participant, model.refusal(Participant.KIND.name()));
    WriteGate.on(consent, model.refusal(Consent.KIND.name()));
    guideSection = new VBox(new SectionHeader(Texts.text("session.field.guide")), guide);
    guide.getStyleClass().add("tl-guide");
    ways.getStyleClass().add("ways");
    model.sessionProperty().subscribe(session -> session.ifPresent(this::show));
    model
        .aside()
        .coverage()
        .guideProperty()
        .subscribe(_ -> model.sessionProperty().get().ifPresent(this::show));
    status.selectedProperty().addListener((property, before, now) -> setStatus(now));
  }

  Node[] sections() {
    var session =
        new VBox(
            new SectionHeader(Texts.text("session.section")),
            date,
            time,
            place,
            study,
            ways,
            status);
    session.getStyleClass().add("tl-details");
    return new Node[] {participant, consent, session, guideSection};
  }

  private static SegmentedTabs.Tab tab(InterviewStatus status) {
    return new SegmentedTabs.Tab(
        status.wireName(), Texts.text("session.status." + status.wireName()), null);
  }

  private void setStatus(String wireName) {
    InterviewStatus chosen = InterviewStatus.of(wireName);
    boolean isNew =
        model
            .sessionProperty()
            .get()
            .filter(session -> session.interview().status() != chosen)
            .isPresent();
    if (isNew) {
      model.edits().setStatus(chosen);
    }
  }

  private void setDate(String before, String words) {
    Optional<LocalDate> day = DayWords.read(words);
    boolean isWrong = day.isEmpty() && !words.isBlank();
    date.errorProperty().set(isWrong ? Texts.text("session.date.error") : "");
    if (!isWrong) {
      model.edits().setDate(DayWords.read(before), day);
    }
  }

  private void setTime(String before, String words) {
    Optional<LocalTime> at = TimeWords.read(words);
    boolean isWrong = at.isEmpty() && !words.isBlank();
    time.errorProperty().set(isWrong ? Texts.text("session.time.error") : "");
    if (!isWrong) {
      model.edits().setTime(TimeWords.read(before), at);
    }
  }

  /** Links to the pages of what the interview belongs to. */
  private void lead(Session session) {
    ways.getChildren().clear();
    session
        .study()
        .ifPresent(
            now ->
                ways.getChildren()
                    .add(
                        Buttons.link(
                            Texts.text("session.study.open"),
                            () -> model.edits().openStudy(now.id()))));
    session
        .participant()
        .ifPresent(
            now ->
                ways.getChildren()
                    .add(
                        Buttons.link(
                            Texts.text("session.participant.open"),
                            () -> model.edits().openParticipant(now.id()))));
  }

  private void show(Session session) {
    lead(session);
    time.show(session.interview().time().map(TimeWords::shown).orElse(""));
    date.show(session.interview().date().map(DayWords::shown).orElse(""));
    place.show(session.interview().place());
    study.show(session.study().map(Study::title).orElse(Texts.text("session.study.none")));
    status.select(session.interview().status().wireName());
    String own = session.interview().guide();
    String words = own.isBlank() ? session.study().map(Study::guide).orElse("") : own;
    guide.setText(words);
    // Once a guide has topics it is ticked beside the notes, and the old text would say it twice.
    boolean hasTopics = !model.aside().coverage().guideProperty().get().topics().isEmpty();
    guideSection.setVisible(!words.isBlank() && !hasTopics);
    guideSection.setManaged(guideSection.isVisible());
  }
}
