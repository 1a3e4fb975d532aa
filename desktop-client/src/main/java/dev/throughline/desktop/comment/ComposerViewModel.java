package dev.throughline.desktop.comment;

import dev.throughline.desktop.people.Colleague;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One comment while it is written: a new one, an answer, or one's own once more. What is typed is
 * kept on this computer until it is sent. UI thread only.
 */
final class ComposerViewModel {
  /** What is typed within this time is kept at once. */
  private static final Duration KEEP_AFTER = Duration.ofMillis(400);

  private final CommentParts parts;
  private final String place;
  private final String original;
  private final Consumer<ComposerViewModel> send;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObservableList<Colleague> mentioned = FXCollections.observableArrayList();
  private final ObservableList<Colleague> offered = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", 0);
  private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper(this, "sendable");
  private Mentions mentions = new Mentions(List.of());
  private int dismissed = -1;
  private Optional<Mentions.Typed> typed = Optional.empty();
  private boolean isTouched;
  private boolean isKeeping;
  private boolean isSending;

  /**
   * @param place where unsent words are kept
   * @param original the words before they are changed; empty for new ones
   */
  ComposerViewModel(
      CommentParts parts, String place, String original, Consumer<ComposerViewModel> send) {
    this.parts = parts;
    this.place = place;
    this.original = original;
    this.send = send;
    text.set(original);
    text.subscribe(this::changed);
    bring();
  }

  /** Brings back what was typed here before, unless somebody types already. */
  private void bring() {
    parts
        .around()
        .background()
        .run(
            () -> {
              String kept = parts.unsent().at(place);
              parts
                  .around()
                  .ui()
                  .run(
                      () -> {
                        if (!isTouched && !kept.isEmpty()) {
                          text.set(kept);
                        }
                      });
            });
  }

  StringProperty textProperty() {
    return text;
  }

  /** Those whose names stand in the text. */
  ObservableList<Colleague> mentioned() {
    return mentioned;
  }

  /** Those who may be meant by what is being typed. */
  ObservableList<Colleague> offered() {
    return offered;
  }

  /** Which of the offered would be taken. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty sendableProperty() {
    return sendable.getReadOnlyProperty();
  }

  String original() {
    return original;
  }

  Set<RecordId> mentions() {
    return mentioned.stream().map(Colleague::id).collect(Collectors.toSet());
  }

  /** Those whose names stood in the words before, and do not any more. */
  Set<RecordId> unnamed() {
    Set<RecordId> gone =
        mentions.in(original).stream().map(place -> place.who().id()).collect(Collectors.toSet());
    gone.removeAll(mentions());
    return gone;
  }

  /** Who can be mentioned here. */
  void show(Mentions now) {
    mentions = now;
    look();
  }

  private void changed(String now) {
    look();
    isTouched |= !now.equals(original);
    if (isTouched) {
      keepSoon();
    }
  }

  private void look() {
    List<Colleague> now =
        mentions.in(text.get()).stream().map(Mentions.Place::who).distinct().toList();
    if (!mentioned.equals(now)) {
      mentioned.setAll(now);
    }
    String words = text.get().strip();
    sendable.set(
        !words.isEmpty()
            && words.length() <= Comment.TEXT_LENGTH_MAX
            && mentioned.size() <= Comment.MENTIONS_MAX);
  }

  /** What was typed last is kept even where the page is left at once. */
  private void keepSoon() {
    if (!isKeeping) {
      isKeeping = true;
      parts.around().background().later(KEEP_AFTER, () -> parts.around().ui().run(this::keep));
    }
  }

  /** Keeps what is typed now. */
  void keep() {
    isKeeping = false;
    String now = text.get().equals(original) ? "" : text.get();
    if (isTouched) {
      parts.around().background().run(() -> parts.unsent().keep(place, now));
    }
  }

  /** Offers people while a name is typed before the caret. */
  void typing(int caret) {
    Optional<Mentions.Typed> now = mentions.typed(text.get(), caret);
    if (now.filter(name -> name.from() == dismissed).isEmpty()) {
      dismissed = -1;
    }
    typed = now.filter(name -> name.from() != dismissed);
    List<Colleague> fitting =
        typed
            .map(Mentions.Typed::words)
            .filter(words -> mentioned.stream().noneMatch(one -> isWhole(one, words)))
            .map(mentions::offered)
            .orElse(List.of());
    if (!offered.equals(fitting)) {
      chosen.set(0);
      offered.setAll(fitting);
    }
  }

  private boolean isWhole(Colleague one, String words) {
    return words
        .strip()
        .toLowerCase(java.util.Locale.ROOT)
        .startsWith(mentions.handle(one).toLowerCase(java.util.Locale.ROOT));
  }

  /** Goes up or down among the offered, round at the ends. */
  void move(int by) {
    if (!offered.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + by, offered.size()));
    }
  }

  /** Offers nobody until another name is begun. */
  void dismiss() {
    typed.ifPresent(name -> dismissed = name.from());
    offered.clear();
  }

  /**
   * Writes the name of the one that is chosen.
   *
   * @return where the caret goes
   */
  int take(int caret) {
    return offered.isEmpty() ? caret : take(offered.get(chosen.get()), caret);
  }

  int take(Colleague who, int caret) {
    if (typed.isEmpty()) {
      return caret;
    }
    int from = typed.get().from();
    String before = text.get().substring(0, from) + "@" + mentions.handle(who);
    String after = text.get().substring(Math.min(caret, text.get().length()));
    String room = after.startsWith(" ") ? "" : " ";
    dismissed = from;
    offered.clear();
    text.set(before + room + after);
    return before.length() + 1;
  }

  /** Takes somebody out of those who are mentioned; the name stays in the text. */
  void forget(Colleague who) {
    String now = text.get();
    for (Mentions.Place place : mentions.in(now).reversed()) {
      if (place.who().equals(who)) {
        now = now.substring(0, place.from()) + now.substring(place.from() + 1);
      }
    }
    text.set(now);
  }

  /** Sends what is typed; once, however often it is asked for before it is saved. */
  void send() {
    if (sendable.get() && !isSending) {
      isSending = true;
      send.accept(this);
    }
  }

  /** Called when these words could not be saved; they stay and can be sent again. */
  void unsent() {
    isSending = false;
  }

  /** Called once these words are saved; what was typed since stays. */
  void sent(String words) {
    isSending = false;
    if (text.get().equals(words)) {
      text.set(original.isEmpty() ? "" : words);
      parts.around().background().run(() -> parts.unsent().keep(place, ""));
      isTouched = false;
    }
  }

  /** Gives up what is typed here. */
  void discard() {
    text.set(original);
    parts.around().background().run(() -> parts.unsent().keep(place, ""));
    isTouched = false;
  }
}
