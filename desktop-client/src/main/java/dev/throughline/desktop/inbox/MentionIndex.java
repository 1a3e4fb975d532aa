package dev.throughline.desktop.inbox;

import dev.throughline.desktop.comment.Comments;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Knows which comments mention or answer whoever uses a store, however many there are: all are
 * looked through once, from then on only what changes. Any thread but the UI's.
 */
public final class MentionIndex {
  private static final Comparator<Entry> LATEST_FIRST =
      Comparator.comparingLong(Entry::atMillis).reversed().thenComparing(Entry::comment);

  private final LocalStore store;
  private final Comments comments;
  private final Missed missed = new Missed();

  /** By the record they are about; empty lists where somebody only spoke themselves. */
  private final Map<RecordId, List<Entry>> entries = new HashMap<>();

  private Optional<RecordId> you = Optional.empty();

  /** A comment somebody is told of. */
  record Entry(RecordId comment, RecordId about, long atMillis, boolean isSettled) {}

  /** What changed and was not looked at yet. */
  private static final class Missed {
    private final Set<RecordId> records = new LinkedHashSet<>();
    private boolean isEverything = true;

    synchronized void add(RecordsChanged change) {
      isEverything |= change.isEverything();
      if (change.touches(Comment.KIND.name())) {
        records.addAll(change.records());
      }
    }

    synchronized void addEverything() {
      isEverything = true;
    }

    synchronized boolean takeEverything() {
      boolean was = isEverything;
      isEverything = false;
      return was;
    }

    synchronized List<RecordId> take() {
      List<RecordId> taken = List.copyOf(records);
      records.clear();
      return taken;
    }
  }

  public MentionIndex(LocalStore store) {
    this.store = store;
    this.comments = new Comments(store);
    store.onChange(missed::add);
  }

  /** Those that wait, or those that were settled; the latest first. */
  synchronized List<Entry> entries(boolean open, int countMax) {
    try {
      update();
    } catch (StoreDamaged e) {
      missed.addEverything();
      throw e;
    }
    return entries.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.isSettled() != open)
        .sorted(LATEST_FIRST)
        .limit(countMax)
        .toList();
  }

  private void update() {
    Optional<RecordId> now = store.rights().person();
    boolean isOther = !now.equals(you);
    you = now;
    if (missed.takeEverything() || isOther) {
      missed.take();
      entries.clear();
      subjectsOfAll().forEach(this::look);
    } else {
      subjects(store.findAll(missed.take()).values()).forEach(this::look);
    }
  }

  private Set<RecordId> subjectsOfAll() {
    Set<RecordId> subjects = new HashSet<>();
    List<RecordView> page = List.of();
    do {
      UUID after = page.isEmpty() ? new UUID(0, 0) : page.getLast().id().value();
      page = you.isEmpty() ? List.of() : store.ofKind(Comment.KIND.name(), after);
      subjects.addAll(subjects(page));
    } while (page.size() == LocalStore.PAGE_MAX);
    return subjects;
  }

  /** Records somebody is spoken to about, or speaks of themselves: they may be answered there. */
  private Set<RecordId> subjects(Collection<RecordView> views) {
    Set<RecordId> subjects = new HashSet<>();
    for (RecordView view : views) {
      if (view.kind().equals(Comment.KIND.name()) && view.workspace().equals(store.home())) {
        Comment one = Comment.from(view.id(), view.fields());
        one.about()
            .filter(about -> concerns(one) || entries.containsKey(about))
            .ifPresent(subjects::add);
      }
    }
    return subjects;
  }

  private boolean concerns(Comment one) {
    return you.filter(
            me ->
                one.mentions().contains(me)
                    || one.settledBy().contains(me)
                    || one.author().filter(me::equals).isPresent())
        .isPresent();
  }

  private void look(RecordId about) {
    List<Entry> told = new ArrayList<>();
    comments.about(about).stream()
        .flatMap(
            talk ->
                talk.all().flatMap(said -> entry(about, said.comment(), said.isForYou()).stream()))
        .forEach(told::add);
    entries.put(about, told);
  }

  private Optional<Entry> entry(RecordId about, Comment one, boolean isForYou) {
    boolean isSettled = you.filter(one.settledBy()::contains).isPresent();
    return Stream.of(new Entry(one.id(), about, one.atMillis(), isSettled))
        .filter(_ -> isForYou || isSettled)
        .findFirst();
  }
}
