package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Clips;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One record in which people changed the same fields: an answer for each field, saved together.
 * What moves while it is open is shown as it is now and has to be answered again. UI thread only.
 */
final class ConflictViewModel {
  private final InboxParts parts;
  private final InboxItem.Conflicted item;
  private final Settling settling;
  private final ObservableList<Contested> fields = FXCollections.observableArrayList();
  private final Map<RecordId, ObjectProperty<Optional<Answer>>> answers = new HashMap<>();
  private final Map<RecordId, StringProperty> own = new HashMap<>();
  private final BooleanProperty alike = new SimpleBooleanProperty(this, "alike");
  private final ReadOnlyIntegerWrapper decided = new ReadOnlyIntegerWrapper(this, "decided");
  private final ReadOnlyIntegerWrapper similar = new ReadOnlyIntegerWrapper(this, "similar");
  private final ReadOnlyBooleanWrapper isSaving = new ReadOnlyBooleanWrapper(this, "saving");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
  private List<Contested> others = List.of();

  ConflictViewModel(InboxParts parts, InboxItem.Conflicted item, List<Contested> all) {
    this.parts = parts;
    this.item = item;
    this.settling = new Settling(parts.log(), parts.ledger().store());
    fields.setAll(item.fields());
    lookAround(all);
  }

  /** Where copied words of a contested field go. */
  Clips clips(Contested contested) {
    return parts.clips().of(contested.id());
  }

  InboxItem.Conflicted item() {
    return item;
  }

  ObservableList<Contested> fields() {
    return fields;
  }

  /** The conflicts as questions, one a field. */
  List<FieldQuestion> questions() {
    return FieldQuestion.of(fields);
  }

  boolean isOpen() {
    return fields.stream().anyMatch(Contested::isOpen);
  }

  /** The answer to one conflict; empty while it has none. */
  ObjectProperty<Optional<Answer>> answer(Contested contested) {
    return answers.computeIfAbsent(
        contested.id(),
        _ -> {
          ObjectProperty<Optional<Answer>> answer = new SimpleObjectProperty<>(Optional.empty());
          answer.addListener((_, _, now) -> follow(contested, now));
          answer.addListener((_, _, _) -> count());
          return answer;
        });
  }

  /** One value can stand in a field: an answer to one of its conflicts answers the others. */
  private void follow(Contested contested, Optional<Answer> now) {
    for (Contested other : fields) {
      boolean isBound =
          other.place().equals(contested.place()) && !other.id().equals(contested.id());
      if (isBound && now.isEmpty()) {
        answer(other).set(now);
      } else if (isBound && now.get() != Answer.OWN) {
        answer(other).set(Optional.of(FieldQuestion.following(contested, now.get(), other)));
      }
    }
  }

  /** The person's own words for a passage; at first those that stand there. */
  StringProperty own(Contested contested) {
    return own.computeIfAbsent(
        contested.id(),
        _ -> new SimpleStringProperty(contested.passages().only(contested.nowText()).orElse("")));
  }

  /** Whether conflicts like these are answered the same way. */
  BooleanProperty alikeProperty() {
    return alike;
  }

  /** How many other conflicts the answers given so far could settle too. */
  ReadOnlyIntegerProperty similarProperty() {
    return similar.getReadOnlyProperty();
  }

  /** How many of the questions are answered. */
  ReadOnlyIntegerProperty decidedProperty() {
    return decided.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty savingProperty() {
    return isSaving.getReadOnlyProperty();
  }

  /** What happened while the card was open; empty for nothing. */
  ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** The name of the other one, where all fields have one side of this computer. */
  Optional<String> other() {
    List<String> names =
        fields.stream()
            .flatMap(one -> one.mine().map(mine -> other(one, mine)).stream())
            .distinct()
            .toList();
    boolean isOne = names.size() == 1 && fields.stream().allMatch(one -> one.mine().isPresent());
    return isOne ? Optional.of(names.getFirst()) : Optional.empty();
  }

  private static String other(Contested one, Answer mine) {
    return (mine == Answer.SHOWN ? one.kept() : one.shown()).name();
  }

  /** Takes this computer's value in every field. */
  void allMine() {
    answerAll(one -> one.mine());
  }

  /** Takes the other one's value in every field. */
  void allTheirs() {
    answerAll(one -> one.mine().map(mine -> mine == Answer.SHOWN ? Answer.KEPT : Answer.SHOWN));
  }

  private void answerAll(Function<Contested, Optional<Answer>> choice) {
    for (Contested one : fields) {
      choice
          .apply(one)
          .filter(one.answers()::contains)
          .ifPresent(answer -> answer(one).set(Optional.of(answer)));
    }
  }

  private void count() {
    decided.set(
        (int) questions().stream().filter(q -> answer(q.latest()).get().isPresent()).count());
    similar.set(similar().size());
  }

  /** Takes in what was read anew; what moved has to be answered again. */
  void update(InboxItem.Conflicted fresh, List<Contested> all) {
    List<String> moved = new ArrayList<>();
    for (Contested now : fresh.fields()) {
      boolean isMoved =
          fields.stream().filter(one -> one.id().equals(now.id())).anyMatch(now::movedSince);
      if (isMoved) {
        moved.add(now.field());
        answer(now).set(Optional.empty());
        own.remove(now.id());
      }
    }
    if (!fields.equals(fresh.fields())) {
      fields.setAll(fresh.fields());
    }
    if (!moved.isEmpty()) {
      notice.set(Texts.text("inbox.moved", String.join(", ", moved)));
    }
    lookAround(all);
  }

  private void lookAround(List<Contested> all) {
    others =
        all.stream()
            .filter(one -> fields.stream().noneMatch(mine -> mine.id().equals(one.id())))
            .toList();
    count();
  }

  /** The verdicts on other conflicts that follow from the answers given here. */
  private List<Verdict> similar() {
    List<Verdict> verdicts = new ArrayList<>();
    for (Contested one : fields) {
      Optional<Answer> given = answer(one).get();
      for (Contested other : others) {
        if (given.isPresent() && other.isLike(one) && isAlone(other)) {
          other
              .same(given.get(), one)
              .ifPresent(answer -> verdicts.add(new Verdict(other, answer, "")));
        }
      }
    }
    return verdicts;
  }

  /** Whether no other conflict asks about the same field: then one answer is the whole answer. */
  private boolean isAlone(Contested one) {
    return others.stream().filter(other -> other.place().equals(one.place())).count() == 1;
  }

  /** Saves the answers as one step; refuses what moved since it was shown. */
  void save() {
    if (decided.get() < questions().size() || isSaving.get()) {
      return;
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (Contested one : fields) {
      answer(one)
          .get()
          .ifPresent(answer -> verdicts.add(new Verdict(one, answer, ownWords(one, answer))));
    }
    if (alike.get()) {
      verdicts.addAll(similar());
    }
    isSaving.set(true);
    run(() -> settling.settle(verdicts), Texts.count("inbox.settled", verdicts.size()));
  }

  private String ownWords(Contested one, Answer answer) {
    return answer == Answer.OWN ? own(one).get() : "";
  }

  /** Puts settled conflicts back among the open ones. */
  void reopen() {
    run(() -> settling.reopen(List.copyOf(fields)), Texts.text("inbox.reopened"));
  }

  private void run(java.util.function.Supplier<Settled> work, String done) {
    parts
        .around()
        .background()
        .run(
            () -> {
              Settled settled = work.get();
              long step = parts.log().lastStep();
              parts.around().ui().run(() -> told(settled, step, done));
            });
  }

  private void told(Settled settled, long step, String done) {
    isSaving.set(false);
    switch (settled) {
      case Settled.Done() ->
          tell(
              Toast.undoable(
                  done,
                  item.name(),
                  new Toast.Action(
                      Texts.text("interviews.undo"), () -> parts.undo().takeBack(List.of(step)))));
      case Settled.Moved(List<Contested> now) -> moved(now);
      case Settled.NotSaved(String code, String sentence) ->
          tell(
              Toast.failed(
                  Texts.text("inbox.notSettled"),
                  Texts.text("interviews.withCode", sentence, code)));
    }
  }

  private void moved(List<Contested> now) {
    List<Contested> fresh =
        fields.stream()
            .map(one -> now.stream().filter(n -> n.id().equals(one.id())).findFirst().orElse(one))
            .toList();
    update(new InboxItem.Conflicted(item.record(), item.name(), item.kind(), fresh), others);
    notice.set(
        Texts.text(
            "inbox.moved",
            String.join(", ", now.stream().map(Contested::field).distinct().toList())));
    tell(new Toast(Toast.Kind.ATTENTION, Texts.text("inbox.moved.title"), notice.get(), List.of()));
  }

  private void tell(Toast toast) {
    parts.around().toasts().accept(toast);
  }

  void open() {
    item.record().ifPresent(parts.exits().open());
  }

  void history() {
    item.record().ifPresent(parts.exits().history());
  }

  /** Such as "Mon 17:12". */
  String at(long millis) {
    return parts.around().time().at(millis);
  }
}
