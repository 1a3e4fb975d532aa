package dev.throughline.desktop.idea;

import dev.throughline.desktop.comment.CommentsViewModel;
import dev.throughline.desktop.comment.Subject;
import dev.throughline.desktop.interview.FoundPlace;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.memo.TextHome;
import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.outbox.Reread;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One idea and everything it rests on. UI thread only. */
public final class IdeaViewModel {
  /** Kinds besides those of ideas whose changes the page shows: what evidence leads to. */
  private static final Set<String> SOURCES =
      Set.of(
          Decision.KIND.name(),
          Interview.KIND.name(),
          Memo.KIND.name(),
          Segment.KIND.name(),
          Participant.KIND.name(),
          Consent.KIND.name());

  private final IdeaParts parts;
  private final IdeaExits exits;
  private final Chooser chooser;
  private final RecordId id;
  private final IdeaReader reader;
  private final CommentsViewModel comments;
  private final ReadOnlyObjectWrapper<Optional<IdeaDetail>> detail =
      new ReadOnlyObjectWrapper<>(this, "detail", Optional.empty());
  private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper(this, "gone");
  private final List<TypedText> texts = new ArrayList<>();
  private final Reread<Optional<IdeaDetail>> reading;
  private final Runnable deaf;
  private final Runnable listless;

  public IdeaViewModel(IdeaParts parts, IdeaExits exits, Chooser chooser, RecordId id) {
    this.parts = parts;
    this.exits = exits;
    this.chooser = chooser;
    this.id = id;
    this.reader =
        new IdeaReader(
            parts.ideas().store(), new SourceReader(parts.ideas().store(), parts.rulings()));
    this.comments = new CommentsViewModel(parts.comments());
    comments.show(Optional.of(new Subject(id, Idea.KIND.name())));
    this.reading =
        new Reread<>(parts.around(), () -> reader.read(id, parts.list().family(id)), this::take);
    this.deaf = parts.ideas().store().onChange(this::changed);
    // Which ideas were merged is known once all are read.
    this.listless = parts.list().onChange(reading::ask);
    parts.list().start();
    reading.ask();
  }

  public RecordId id() {
    return id;
  }

  ReadOnlyObjectProperty<Optional<IdeaDetail>> detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** Whether the idea was removed. */
  ReadOnlyBooleanProperty goneProperty() {
    return gone.getReadOnlyProperty();
  }

  /** What is said about the idea. */
  public CommentsViewModel comments() {
    return comments;
  }

  IdeaExits exits() {
    return exits;
  }

  IdeaParts parts() {
    return parts;
  }

  private void changed(RecordsChanged change) {
    boolean isOurs =
        change.isEverything()
            || change.kinds().stream()
                .anyMatch(kind -> IdeaShelf.KINDS.contains(kind) || SOURCES.contains(kind));
    if (isOurs) {
      parts.around().ui().run(reading::ask);
    }
  }

  private void take(Optional<IdeaDetail> read) {
    if (read.isPresent()) {
      detail.set(read);
      texts.forEach(TypedText::changedOutside);
    }
    gone.set(read.isEmpty());
  }

  /** A long text of the idea, to be typed in. */
  TypedText text(String field, String stored) {
    TextHome home =
        new TextHome() {
          @Override
          public String read() {
            return parts
                .ideas()
                .store()
                .find(id)
                .map(view -> new FieldMap(view.fields()).text(field))
                .orElse("");
          }

          @Override
          public SaveResult write(String before, String after) {
            return parts.ideas().save(Idea.KIND, id, field, before, after);
          }

          @Override
          public SaveResult catchUp() {
            return parts.ideas().catchUp();
          }
        };
    TypedText text =
        new TypedText(
            home,
            stored,
            new TypedText.Seams(
                parts.around().background(), parts.around().ui(), parts.around().time().clock()));
    texts.add(text);
    return text;
  }

  /** Saves what is typed; returns when it is on disk. */
  public void flush() {
    texts.forEach(TypedText::flush);
  }

  public void close() {
    reading.close();
    deaf.run();
    listless.run();
    comments.close();
    texts.forEach(TypedText::close);
  }

  /** Does one step that can be taken back; the name of the step is a key of texts. */
  void run(String label, Supplier<List<Draft>> drafts) {
    parts.steps().run(Texts.text(label), drafts);
  }

  /** Sets a field of the idea. */
  void set(String label, String field, Value before, Value after) {
    if (!before.equals(after)) {
      set(label, Idea.KIND, id, field, before, after);
    }
  }

  /** Sets a field of the idea or of something below it. */
  void set(String label, Kind kind, RecordId record, String field, Value before, Value after) {
    run(label, () -> List.of(Ideas.set(kind, record, field, before, after)));
  }

  /** Edits a long text; what others wrote in it meanwhile stays. */
  void edit(String label, Kind kind, RecordId record, String field, String before, String after) {
    run(label, () -> List.of(new Draft.Text(record, kind.name(), field, before, after)));
  }

  void remove(String label, Kind kind, RecordId record) {
    run(label, () -> List.of(Ideas.remove(record, kind)));
  }

  /** Moves the idea on the board. */
  public void move(IdeaStatus to) {
    detail
        .get()
        .map(now -> now.idea().status())
        .filter(before -> before != to)
        .ifPresent(
            before ->
                parts
                    .steps()
                    .run(
                        Texts.text("idea.step.move", IdeaWords.status(to)),
                        () -> List.of(Ideas.move(id, before, to))));
  }

  void score(String name, String formula, SortedMap<String, String> inputs) {
    run("idea.step.score", () -> List.of(parts.ideas().score(id, name, formula, inputs)));
  }

  /**
   * Adds an assumption.
   *
   * @param otherwise called when it could not be saved, so that what was typed stays
   */
  void assume(String text, Runnable otherwise) {
    add("idea.step.assume", () -> parts.ideas().assume(id, text), otherwise);
  }

  void addTask(String title, Runnable otherwise) {
    add("idea.step.task", () -> parts.ideas().task(id, title), otherwise);
  }

  void decide(String text, String rationale, Runnable otherwise) {
    add("idea.step.decide", () -> parts.ideas().decide(id, text, rationale), otherwise);
  }

  private void add(String label, Supplier<Draft> draft, Runnable otherwise) {
    parts.steps().run(Texts.text(label), () -> List.of(draft.get()), () -> {}, otherwise);
  }

  void link(RecordId source, Kind kind, Stance stance) {
    run("idea.step.link", () -> parts.ideas().link(id, source, kind.name(), stance));
  }

  /** Changes one link: how much it matters or which side it is on. */
  void weigh(Evidence link, int importance) {
    set(
        "idea.step.weigh",
        Evidence.KIND,
        link.id(),
        Evidence.IMPORTANCE,
        Value.whole(link.importance()),
        Value.whole(importance));
  }

  void turn(Evidence link) {
    Stance other = link.stance() == Stance.FOR ? Stance.AGAINST : Stance.FOR;
    set(
        "idea.step.turn",
        Evidence.KIND,
        link.id(),
        Evidence.STANCE,
        Value.text(link.stance().wireName()),
        Value.text(other.wireName()));
  }

  /** Lets the person choose an interview, or something that was said, to be linked. */
  public void chooseEvidence(Stance stance) {
    List<Chooser.Choice> interviews =
        parts.interviews().rows().stream()
            .sorted(Comparator.comparingLong(InterviewRow::changedAtMillis).reversed())
            .map(row -> interview(row, stance))
            .toList();
    chooser.choose(
        Texts.text("idea.choose.evidence"), interviews, Optional.of(place -> link(place, stance)));
  }

  private Chooser.Choice interview(InterviewRow row, Stance stance) {
    String title =
        row.interview().title().isBlank()
            ? Texts.text("interviews.untitled")
            : row.interview().title();
    String detail =
        String.join(
            ", ",
            Stream.of(row.participant(), row.study()).filter(part -> !part.isBlank()).toList());
    return new Chooser.Choice(
        Icon.SESSION, title, detail, () -> link(row.interview().id(), Interview.KIND, stance));
  }

  /** A turn that was found is linked itself; of notes the notes are. */
  private void link(FoundPlace place, Stance stance) {
    if (place.turn().isPresent()) {
      link(place.turn().get(), Segment.KIND, stance);
    } else {
      run(
          "idea.step.link",
          () ->
              parts.ideas().store().children(Memo.KIND.name(), place.interview()).stream()
                  .findFirst()
                  .map(memo -> parts.ideas().link(id, memo.id(), Memo.KIND.name(), stance))
                  .orElseGet(
                      () ->
                          parts
                              .ideas()
                              .link(id, place.interview(), Interview.KIND.name(), stance)));
    }
  }

  /** Lets the person choose the idea this one is to go on in. */
  public void chooseMerge() {
    parts.list().whenLoaded(this::offerMerge);
  }

  private void offerMerge() {
    List<Chooser.Choice> others =
        parts.list().titles().stream()
            .filter(other -> !other.id().equals(id))
            .map(
                other ->
                    new Chooser.Choice(
                        Icon.IDEA, other.words(), other.study(), () -> merge(other.id())))
            .toList();
    chooser.choose(Texts.text("idea.choose.merge"), others, Optional.empty());
  }

  private void merge(RecordId into) {
    Optional<RecordId> before = detail.get().flatMap(now -> now.idea().mergedInto());
    parts
        .steps()
        .run(
            Texts.text("idea.step.merge"),
            () -> List.of(Ideas.merge(id, before, into)),
            () -> exits.openIdea().accept(into));
  }

  /** Takes the merge of an idea apart. */
  void split(Idea idea) {
    run("idea.step.split", () -> List.of(Ideas.split(idea)));
  }

  /** Shows what the idea was before. */
  public void history() {
    exits.history().accept(id);
  }

  /** Moves the idea to the trash; the toast takes it back. */
  public void trash() {
    detail
        .get()
        .ifPresent(
            now -> {
              IdeasViewModel.trash(parts, now.idea());
              exits.leave().run();
            });
  }

  IdeaDetail shown() {
    return Objects.requireNonNull(detail.get().orElse(null), "nothing is shown");
  }
}
