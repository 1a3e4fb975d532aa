package dev.throughline.desktop.interview;

import dev.throughline.desktop.comment.CommentsViewModel;
import dev.throughline.desktop.comment.Subject;
import dev.throughline.desktop.consent.ConsentViewModel;
import dev.throughline.desktop.guide.CoverageViewModel;
import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.ui.Clips;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.study.Study;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What stands around the notes of one interview: guide, consent, comments, debrief. UI thread. */
final class SessionAside {
  private final SessionParts parts;
  private final RecordId interview;
  private final Runnable remark;
  private final CoverageViewModel coverage;
  private final ConsentViewModel consent;
  private final CommentsViewModel comments;
  private final ReadOnlyObjectWrapper<Optional<DebriefViewModel>> debrief =
      new ReadOnlyObjectWrapper<>(this, "debrief", Optional.empty());

  /**
   * @param remark told when something typed here becomes safe or unsafe
   */
  SessionAside(SessionParts parts, RecordId interview, Runnable remark) {
    this.parts = parts;
    this.interview = interview;
    this.remark = remark;
    this.coverage = new CoverageViewModel(parts.around().guide(), interview);
    this.consent = new ConsentViewModel(parts.around().consent());
    this.comments = new CommentsViewModel(parts.around().comments());
    comments.show(Optional.of(new Subject(interview, Interview.KIND.name())));
  }

  CoverageViewModel coverage() {
    return coverage;
  }

  /**
   * Where copied words of this interview go.
   *
   * @param write called when somebody wants to write down consent
   */
  Clips clips(Wording wording, Runnable write) {
    return parts.around().consent().clips().of(interview, wording, write);
  }

  CommentsViewModel comments() {
    return comments;
  }

  ConsentViewModel consent() {
    return consent;
  }

  /** Comes once and stays. */
  ReadOnlyObjectProperty<Optional<DebriefViewModel>> debriefProperty() {
    return debrief.getReadOnlyProperty();
  }

  void show(Session now) {
    coverage.show(now.study().map(Study::id));
    consent.show(new ConsentViewModel.Of(now.interview().participant(), Optional.of(interview)));
    if (debrief.get().isEmpty()) {
      debrief.set(Optional.of(new DebriefViewModel(parts, now.interview(), remark)));
    }
    debrief.get().ifPresent(card -> card.show(now.interview(), LocalDate.now(parts.clock())));
  }

  Stream<SaveMark> marks() {
    return debrief.get().stream().flatMap(DebriefViewModel::marks);
  }

  boolean flush() {
    return debrief.get().map(DebriefViewModel::flush).orElse(true);
  }

  /** Where work stopped; remembered in the background. */
  void remember(ResumePoint point) {
    parts.background().run(() -> parts.around().resume().remember(point));
  }

  void close() {
    coverage.close();
    consent.close();
    comments.close();
    debrief.get().ifPresent(DebriefViewModel::close);
  }
}
