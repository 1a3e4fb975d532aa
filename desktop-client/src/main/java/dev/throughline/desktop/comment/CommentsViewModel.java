package dev.throughline.desktop.comment;

import dev.throughline.desktop.people.Colleague;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** What is said about one record, and what one says oneself. UI thread only. */
public final class CommentsViewModel {
  private final CommentParts parts;
  private final ObservableList<Talk> talks = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<String>> whyNot =
      new ReadOnlyObjectWrapper<>(this, "whyNot", Optional.empty());
  private final ReadOnlyBooleanWrapper team = new ReadOnlyBooleanWrapper(this, "team");
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
  private final ReadOnlyObjectWrapper<Optional<RecordId>> revealed =
      new ReadOnlyObjectWrapper<>(this, "revealed", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ComposerViewModel>> fresh =
      new ReadOnlyObjectWrapper<>(this, "fresh", Optional.empty());
  private final ObservableMap<RecordId, ComposerViewModel> answers =
      FXCollections.observableMap(new HashMap<>());
  private final ObservableMap<RecordId, ComposerViewModel> edits =
      FXCollections.observableMap(new HashMap<>());
  private final List<Runnable> deaf;
  private Optional<Subject> subject = Optional.empty();
  private Optional<RecordId> wanted = Optional.empty();
  private Mentions mentions = new Mentions(List.of());
  private boolean isClosed;

  public CommentsViewModel(CommentParts parts) {
    this.parts = parts;
    this.deaf =
        List.of(
            parts.store().onChange(this::changed),
            parts.store().rights().onChange(() -> parts.around().ui().run(this::reload)));
  }

  /** The talks about the record, the oldest first. */
  ObservableList<Talk> talks() {
    return talks;
  }

  /** Why nothing can be said here, as a sentence; empty when something can. */
  ReadOnlyObjectProperty<Optional<String>> whyNotProperty() {
    return whyNot.getReadOnlyProperty();
  }

  /** Whether people sign in here; without that there is nobody to mention. */
  ReadOnlyBooleanProperty teamProperty() {
    return team.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** The comment somebody came for. */
  public ReadOnlyObjectProperty<Optional<RecordId>> revealedProperty() {
    return revealed.getReadOnlyProperty();
  }

  /** Where a new talk is begun; empty while no record is shown. */
  ReadOnlyObjectProperty<Optional<ComposerViewModel>> freshProperty() {
    return fresh.getReadOnlyProperty();
  }

  /** The answers that are being written, by talk. */
  ObservableMap<RecordId, ComposerViewModel> answers() {
    return answers;
  }

  /** The comments that are being changed. */
  ObservableMap<RecordId, ComposerViewModel> edits() {
    return edits;
  }

  /** How many comments there are in talks that are not done with. */
  public int count() {
    return (int)
        talks.stream().filter(talk -> !talk.isResolved()).mapToLong(t -> t.all().count()).sum();
  }

  /** Called whenever {@link #count} may have changed. */
  public void onCount(Runnable listener) {
    talks.addListener((javafx.beans.InvalidationListener) _ -> listener.run());
  }

  /** Shows what is said about another record; nothing when there is none. */
  public void show(Optional<Subject> now) {
    if (now.equals(subject)) {
      return;
    }
    keep();
    subject = now;
    talks.clear();
    answers.clear();
    edits.clear();
    loaded.set(false);
    fresh.set(now.map(about -> composer("new " + about.id(), "", Optional.empty())));
    reload();
  }

  /** Goes to a comment as soon as it is here. */
  public void reveal(RecordId comment) {
    wanted = Optional.of(comment);
    showWanted();
  }

  private void showWanted() {
    boolean isHere =
        wanted.isPresent()
            && talks.stream()
                .flatMap(Talk::all)
                .anyMatch(said -> said.comment().id().equals(wanted.get()));
    if (isHere) {
      revealed.set(Optional.empty());
      revealed.set(wanted);
      wanted = Optional.empty();
    }
  }

  /** Keeps what is typed and lets go of the store. */
  public void close() {
    keep();
    isClosed = true;
    deaf.forEach(Runnable::run);
  }

  private void keep() {
    composers().forEach(ComposerViewModel::keep);
  }

  private List<ComposerViewModel> composers() {
    List<ComposerViewModel> all = new ArrayList<>(answers.values());
    all.addAll(edits.values());
    fresh.get().ifPresent(all::add);
    return all;
  }

  private void changed(RecordsChanged change) {
    boolean isOurs =
        change.isEverything()
            || change.touches(Comment.KIND.name())
            || change.touches(Person.KIND.name())
            || change.touches(Grant.KIND.name());
    if (isOurs) {
      parts.around().ui().run(this::reload);
    }
  }

  private void reload() {
    if (isClosed || subject.isEmpty()) {
      return;
    }
    Subject about = subject.get();
    parts
        .around()
        .background()
        .run(
            () -> {
              List<Talk> read = parts.comments().about(about.id());
              List<Colleague> people = parts.team().colleagues(about.id());
              Optional<String> why = parts.store().rights().whyNoComments(about.id());
              boolean isTeam = parts.team().isKnown();
              parts.around().ui().run(() -> take(about, read, people, why, isTeam));
            });
  }

  private void take(
      Subject about,
      List<Talk> read,
      List<Colleague> people,
      Optional<String> why,
      boolean isTeam) {
    if (!subject.equals(Optional.of(about))) {
      return;
    }
    mentions = new Mentions(people);
    composers().forEach(composer -> composer.show(mentions));
    team.set(isTeam);
    whyNot.set(why);
    if (!talks.equals(read)) {
      talks.setAll(read);
    }
    loaded.set(true);
    showWanted();
  }

  Mentions mentions() {
    return mentions;
  }

  /** Opens the field for an answer. */
  void answer(Talk talk) {
    answers.computeIfAbsent(talk.id(), id -> composer("answer " + id, "", Optional.of(id)));
  }

  /** Closes the field for an answer; what was typed comes back with it. */
  void leaveAnswer(Talk talk) {
    Optional.ofNullable(answers.remove(talk.id())).ifPresent(ComposerViewModel::keep);
  }

  /** Opens one's own words to change them. */
  void edit(Said said) {
    Comment comment = said.comment();
    edits.computeIfAbsent(
        comment.id(),
        id -> shown(new ComposerViewModel(parts, "edit " + id, comment.text(), this::change)));
  }

  /** Leaves one's own words as they were. */
  void leaveEdit(Said said) {
    Optional.ofNullable(edits.remove(said.comment().id())).ifPresent(ComposerViewModel::discard);
  }

  private ComposerViewModel composer(String place, String text, Optional<RecordId> talk) {
    return shown(new ComposerViewModel(parts, place, text, one -> say(one, talk)));
  }

  private ComposerViewModel shown(ComposerViewModel composer) {
    composer.show(mentions);
    return composer;
  }

  private void say(ComposerViewModel composer, Optional<RecordId> talk) {
    Subject about = subject.orElseThrow();
    String words = composer.textProperty().get();
    var named = composer.mentions();
    run(
        talk.isPresent() ? "comment.step.answer" : "comment.step.say",
        () -> parts.saying().say(about, words, named, talk),
        () -> {
          composer.sent(words);
          talk.filter(_ -> composer.textProperty().get().isEmpty()).ifPresent(answers::remove);
        },
        composer::unsent);
  }

  private void change(ComposerViewModel composer) {
    RecordId id =
        edits.entrySet().stream()
            .filter(entry -> entry.getValue() == composer)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    String words = composer.textProperty().get();
    var named = composer.mentions();
    var unnamed = composer.unnamed();
    run(
        "comment.step.edit",
        () -> parts.comments().edit(id, composer.original(), words, named, unnamed),
        () -> {
          composer.sent(words);
          edits.remove(id);
        },
        composer::unsent);
  }

  /** Says that a talk is done with, or that it is not. */
  void resolve(Talk talk, boolean isResolved) {
    run(
        isResolved ? "comment.step.resolve" : "comment.step.reopen",
        () -> List.of(parts.comments().resolve(talk.id(), isResolved)),
        () -> {},
        () -> {});
  }

  /** Says that one need not be told of a comment any more. */
  void settle(Said said) {
    run(
        "comment.step.settle",
        () -> parts.comments().settle(said.comment().id(), true),
        () -> {},
        () -> {});
  }

  /** Moves one's own comment to the trash; the toast takes it back. */
  void trash(Said said) {
    parts
        .steps()
        .trash(
            Texts.text("comment.step.trash"),
            said.comment().id(),
            Comment.KIND.name(),
            Toast.done(Texts.text("comment.trashed"), Texts.text("comment.trashed.line")));
  }

  private void run(String label, Supplier<List<Draft>> drafts, Runnable then, Runnable otherwise) {
    parts.steps().run(Texts.text(label), drafts, then, otherwise);
  }

  /** Such as "Mon 17:12". */
  String at(long millis) {
    return parts.around().time().at(millis);
  }
}
