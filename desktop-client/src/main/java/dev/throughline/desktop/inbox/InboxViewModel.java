package dev.throughline.desktop.inbox;

import dev.throughline.desktop.platform.ReadingWhileShown;
import dev.throughline.desktop.store.StoreDamaged;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What needs the person, what was settled, and the one that is looked at. Reads the store while the
 * place shows. UI thread only.
 */
public final class InboxViewModel {
  /** Changes that come in close together are read once. */
  private static final Duration GATHER = Duration.ofMillis(150);

  private final InboxParts parts;
  private final ObservableList<InboxItem> items = FXCollections.observableArrayList();
  private final BooleanProperty showsSettled = new SimpleBooleanProperty(this, "settled");
  private final ObjectProperty<Optional<InboxItem>> selected =
      new SimpleObjectProperty<>(this, "selected", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ConflictViewModel>> conflict =
      new ReadOnlyObjectWrapper<>(this, "conflict", Optional.empty());
  private final ReadOnlyBooleanWrapper isLoaded = new ReadOnlyBooleanWrapper(this, "loaded");
  private final ReadingWhileShown reading;
  private Inbox inbox = Inbox.EMPTY;
  private Optional<MentionViewModel> mention = Optional.empty();

  public InboxViewModel(InboxParts parts) {
    this.parts = parts;
    this.reading = new ReadingWhileShown(parts.around().background(), GATHER, this::read);
    parts.ledger().store().onChange(_ -> reading.soon());
    showsSettled.subscribe(_ -> show());
    selected.subscribe(this::look);
  }

  /** Those of the tab that is shown. */
  ObservableList<InboxItem> items() {
    return items;
  }

  BooleanProperty showsSettledProperty() {
    return showsSettled;
  }

  ObjectProperty<Optional<InboxItem>> selectedProperty() {
    return selected;
  }

  /** The card of the selected conflict; keeps its answers while the list is read anew. */
  ReadOnlyObjectProperty<Optional<ConflictViewModel>> conflictProperty() {
    return conflict.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loadedProperty() {
    return isLoaded.getReadOnlyProperty();
  }

  ParkedViewModel parked(InboxItem.Parked item) {
    return new ParkedViewModel(parts, item.what());
  }

  RescueViewModel rescued(InboxItem.Rescued item) {
    return new RescueViewModel(parts, item.what());
  }

  /** With what else waits about the same record; a choice made on its card is kept. */
  MentionViewModel mentioned(InboxItem.Mentioned item) {
    List<MentionCase> others =
        inbox.open().stream()
            .filter(InboxItem.Mentioned.class::isInstance)
            .map(other -> ((InboxItem.Mentioned) other).what())
            .filter(other -> other.about().equals(item.what().about()))
            .filter(other -> !other.comment().equals(item.what().comment()))
            .toList();
    boolean isSame =
        mention.filter(card -> card.what().comment().equals(item.what().comment())).isPresent();
    BooleanProperty withOthers =
        isSame
            ? mention.orElseThrow().withOthersProperty()
            : new SimpleBooleanProperty(this, "withOthers");
    MentionViewModel card = new MentionViewModel(parts, item.what(), others, withOthers);
    mention = Optional.of(card);
    return card;
  }

  /** Settles the mention that is looked at. */
  public void settle() {
    if (selected.get().orElse(null) instanceof InboxItem.Mentioned item) {
      mentioned(item).settle();
    }
  }

  /** Whether a mention is looked at that waits. */
  public boolean isMention() {
    return selected.get().orElse(null) instanceof InboxItem.Mentioned item
        && !item.what().isSettled();
  }

  /** Leads to the handoff that waits for an answer. */
  void openToSign(InboxItem.ToSign item) {
    parts.exits().open().accept(item.what().handoff());
  }

  HeldViewModel held(InboxItem.Held item) {
    return new HeldViewModel(parts, item.what());
  }

  String at(long millis) {
    return parts.around().time().at(millis);
  }

  /** Whether the place is on the screen; only then the store is read. */
  public void setShowing(boolean showing) {
    reading.setShowing(showing);
  }

  /** Reads anew a little later; for what changes outside the records. */
  public void readSoon() {
    reading.soon();
  }

  private void read() {
    try {
      Inbox fresh = Inbox.read(parts.ledger().store(), parts.mentions(), parts.signing());
      parts
          .around()
          .ui()
          .run(
              () -> {
                inbox = fresh;
                isLoaded.set(true);
                show();
              });
    } catch (StoreDamaged e) {
      System.getLogger(InboxViewModel.class.getName())
          .log(System.Logger.Level.WARNING, "the Inbox cannot be read", e);
    }
  }

  private void show() {
    List<InboxItem> next = showsSettled.get() ? inbox.settled() : inbox.open();
    Optional<String> key = selected.get().map(InboxItem::key);
    int before = selected.get().map(items::indexOf).orElse(0);
    if (!items.equals(next)) {
      items.setAll(next);
    }
    Optional<InboxItem> same =
        key.flatMap(k -> next.stream().filter(item -> item.key().equals(k)).findFirst());
    Optional<InboxItem> shown = same.or(() -> neighbour(next, before));
    if (shown.equals(selected.get())) {
      // Nothing about it changed, but there may be others like it now.
      look(shown);
    }
    selected.set(shown);
  }

  /** What stands where the settled one stood, so that one can go on without looking for it. */
  private static Optional<InboxItem> neighbour(List<InboxItem> items, int at) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(items.get(Math.clamp(at, 0, items.size() - 1)));
  }

  private void look(Optional<InboxItem> item) {
    if (item.isEmpty() || !(item.get() instanceof InboxItem.Conflicted conflicted)) {
      conflict.set(Optional.empty());
      return;
    }
    List<Contested> all = conflicts(inbox.open());
    Optional<ConflictViewModel> same =
        conflict
            .get()
            .filter(card -> card.item().key().equals(conflicted.key()))
            .filter(card -> card.isOpen() == isOpen(conflicted));
    if (same.isPresent()) {
      same.get().update(conflicted, all);
    } else {
      conflict.set(Optional.of(new ConflictViewModel(parts, conflicted, all)));
    }
  }

  private static boolean isOpen(InboxItem.Conflicted item) {
    return item.fields().stream().anyMatch(Contested::isOpen);
  }

  private static List<Contested> conflicts(List<InboxItem> items) {
    return items.stream()
        .filter(InboxItem.Conflicted.class::isInstance)
        .flatMap(item -> ((InboxItem.Conflicted) item).fields().stream())
        .toList();
  }

  /** How many things need the person, as far as was read. */
  int count() {
    return inbox.open().size();
  }

  /** Saves the answers of the card that is shown. */
  public void save() {
    conflict.get().ifPresent(ConflictViewModel::save);
  }

  public void allMine() {
    conflict.get().ifPresent(ConflictViewModel::allMine);
  }

  public void allTheirs() {
    conflict.get().ifPresent(ConflictViewModel::allTheirs);
  }

  /** Shows the history of the record that is looked at. */
  public void history() {
    conflict.get().ifPresent(ConflictViewModel::history);
    if (selected.get().orElse(null) instanceof InboxItem.Parked item) {
      parked(item).history();
    }
  }

  /** Whether a conflict is looked at that waits for answers. */
  public boolean isDeciding() {
    return conflict.get().filter(ConflictViewModel::isOpen).isPresent();
  }

  /** Whether every field of the card has an answer. */
  public boolean isDecided() {
    return conflict
        .get()
        .filter(card -> card.decidedProperty().get() == card.questions().size())
        .isPresent();
  }
}
