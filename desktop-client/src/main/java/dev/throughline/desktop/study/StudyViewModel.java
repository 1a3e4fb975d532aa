package dev.throughline.desktop.study;

import dev.throughline.desktop.comment.CommentsViewModel;
import dev.throughline.desktop.comment.Subject;
import dev.throughline.desktop.guide.GuideViewModel;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.people.AccessViewModel;
import dev.throughline.desktop.planning.PlanViewModel;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.study.Study;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One study: what it asks, its guide, and how far it has come. UI thread only. */
public final class StudyViewModel {
  /** As much as a title may hold. */
  static final int TITLE_LENGTH_MAX = 300;

  private final StudyParts parts;
  private final StudyExits exits;
  private final PlanViewModel plan;
  private final RecordId id;
  private final GuideViewModel guide;
  private final AccessViewModel access;
  private final CommentsViewModel comments;
  private final ReadOnlyObjectWrapper<Optional<Study>> study =
      new ReadOnlyObjectWrapper<>(this, "study", Optional.empty());
  private final ReadOnlyObjectWrapper<StudySum> sum =
      new ReadOnlyObjectWrapper<>(this, "sum", StudySum.NOTHING);
  private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper(this, "gone");
  private final Runnable deaf;
  private final Runnable listless;
  private boolean isClosed;

  public StudyViewModel(StudyParts parts, StudyExits exits, PlanViewModel plan, RecordId id) {
    this.parts = parts;
    this.exits = exits;
    this.plan = plan;
    this.id = id;
    this.guide = new GuideViewModel(parts.guide(), id);
    this.access = new AccessViewModel(parts.access(), Optional.of(id));
    this.comments = new CommentsViewModel(parts.comments());
    comments.show(Optional.of(new Subject(id, Study.KIND.name())));
    this.deaf = parts.guide().store().onChange(this::changed);
    this.listless = parts.list().onChange(this::reload);
    reload();
  }

  public RecordId id() {
    return id;
  }

  ReadOnlyObjectProperty<Optional<Study>> studyProperty() {
    return study.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<StudySum> sumProperty() {
    return sum.getReadOnlyProperty();
  }

  /** Whether the study was removed. */
  ReadOnlyBooleanProperty goneProperty() {
    return gone.getReadOnlyProperty();
  }

  GuideViewModel guide() {
    return guide;
  }

  AccessViewModel access() {
    return access;
  }

  /** What is said about the study. */
  public CommentsViewModel comments() {
    return comments;
  }

  LocalDate today() {
    return LocalDate.now(parts.guide().clock());
  }

  public void close() {
    isClosed = true;
    deaf.run();
    listless.run();
    guide.close();
    access.close();
    comments.close();
  }

  private void changed(RecordsChanged change) {
    if (change.isEverything()
        || change.records().contains(id)
        || change.touches(Topic.KIND.name())
        || change.touches(Coverage.KIND.name())) {
      parts.guide().ui().run(this::reload);
    }
  }

  private void reload() {
    if (isClosed) {
      return;
    }
    List<InterviewRow> rows =
        parts.list().rows().stream()
            .filter(row -> row.interview().study().filter(id::equals).isPresent())
            .toList();
    List<RecordId> interviews = rows.stream().map(row -> row.interview().id()).toList();
    parts
        .guide()
        .background()
        .run(
            () -> {
              Optional<Study> read = parts.studies().find(id);
              StudySum fresh =
                  StudySum.of(
                      rows,
                      parts.guide().guides().topics(id),
                      parts.guide().guides().coverage(interviews),
                      today());
              parts.guide().ui().run(() -> take(read, fresh));
            });
  }

  private void take(Optional<Study> read, StudySum fresh) {
    if (read.isPresent()) {
      study.set(read);
    }
    gone.set(read.isEmpty());
    sum.set(fresh);
  }

  void rename(String before, String title) {
    if (!title.isBlank() && title.strip().length() <= TITLE_LENGTH_MAX) {
      run("study.step.rename", () -> List.of(parts.studies().retitle(id, before, title)));
    }
  }

  /** Sets the question; what others wrote in it meanwhile stays. */
  void ask(String before, String question) {
    run("study.step.question", () -> List.of(parts.studies().ask(id, before, question)));
  }

  private void run(String label, Supplier<List<Draft>> drafts) {
    parts.guide().steps().run(Texts.text(label), drafts);
  }

  /** Whether there is an old guide in one text and no topics yet. */
  boolean canMakeTopics() {
    return study.get().filter(now -> !now.guide().isBlank()).isPresent()
        && guide.topics().isEmpty();
  }

  /** Makes the lines of the old guide topics; the text stays as it was. */
  public void makeTopics() {
    study.get().ifPresent(now -> guide.add(now.guide()));
  }

  /** Moves the study to the trash; its interviews stay. The toast takes it back. */
  public void trash() {
    String title = title(study.get());
    parts
        .guide()
        .steps()
        .trash(
            Texts.text("study.step.trash"),
            id,
            Study.KIND.name(),
            Toast.done(Texts.text("study.trashed", title), Texts.text("study.trashed.detail")));
    exits.leave().run();
  }

  static String title(Optional<Study> study) {
    return study
        .map(Study::title)
        .filter(title -> !title.isBlank())
        .orElseGet(() -> Texts.text("study.untitled"));
  }

  /** Opens the line to plan a session of this study. */
  public void plan() {
    plan.begin(Optional.of(id));
  }

  PlanViewModel planning() {
    return plan;
  }

  StudyExits exits() {
    return exits;
  }
}
