package dev.throughline.desktop.interview;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.study.Study;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the context panel says of an interview: who, when, where, how far, and the guide. */
final class DetailsView {
  private final SessionViewModel model;
  private final ParticipantView participant;
  private final FieldRowView date;
  private final FieldRowView place;
  private final FieldRowView study;
  private final SegmentedTabs status;
  private final Label guide = Labels.wrapping(Labels.body(""));
  private final VBox guideSection;

  DetailsView(SessionViewModel model) {
    this.model = model;
    participant = new ParticipantView(model);
    date = FieldRowView.edited("session.date", "session.date.prompt", this::setDate);
    place = FieldRowView.edited("session.place", "session.place.prompt", model.edits()::setPlace);
    study = FieldRowView.shown("session.study");
    status =
        new SegmentedTabs(
            Texts.text("session.field.status"),
            Arrays.stream(InterviewStatus.values()).map(DetailsView::tab).toList());
    guideSection = new VBox(new SectionHeader(Texts.text("session.field.guide")), guide);
    guide.getStyleClass().add("tl-guide");
    model.sessionProperty().subscribe(session -> session.ifPresent(this::show));
    status.selectedProperty().addListener((property, before, now) -> setStatus(now));
  }

  Node[] sections() {
    var session =
        new VBox(new SectionHeader(Texts.text("session.section")), date, place, study, status);
    session.getStyleClass().add("tl-details");
    return new Node[] {participant, session, guideSection};
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

  private void setDate(String words) {
    Optional<LocalDate> day = DayWords.read(words);
    boolean isWrong = day.isEmpty() && !words.isBlank();
    date.errorProperty().set(isWrong ? Texts.text("session.date.error") : "");
    if (!isWrong) {
      model.edits().setDate(day);
    }
  }

  private void show(Session session) {
    date.show(session.interview().date().map(DayWords::shown).orElse(""));
    place.show(session.interview().place());
    study.show(session.study().map(Study::title).orElse(Texts.text("session.study.none")));
    status.select(session.interview().status().wireName());
    String own = session.interview().guide();
    String words = own.isBlank() ? session.study().map(Study::guide).orElse("") : own;
    guide.setText(words);
    guideSection.setVisible(!words.isBlank());
    guideSection.setManaged(!words.isBlank());
  }
}
