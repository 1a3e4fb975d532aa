package dev.throughline.desktop.inbox;

import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.outbox.ValueWords;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads conflict records as people read them. One look at the store; not on the UI thread. */
final class Conflicts {
  /** Conflicts looked at; settling some brings up the next. */
  private static final int LOOKED_AT_MAX = 3_000;

  private static final Comparator<Contested> LATEST_FIRST =
      Comparator.comparingLong(Contested::metAtMillis)
          .reversed()
          .thenComparing(one -> one.id().toString());

  private final LocalStore store;
  private final RecordNames names;
  private final ValueWords words;
  private final String device;

  Conflicts(LocalStore store, RecordNames names) {
    this.store = store;
    this.names = names;
    this.words = new ValueWords(names);
    this.device = store.device().map(Object::toString).orElse("");
  }

  /** Open or settled ones, the latest first. */
  List<Contested> all(boolean open) {
    List<Contested> all = new ArrayList<>();
    List<RecordView> page;
    int skip = 0;
    do {
      page = store.newest(Conflict.KIND.name(), skip, LocalStore.PAGE_MAX);
      page.stream().filter(view -> isOpen(view) == open).forEach(view -> all.add(contested(view)));
      skip += page.size();
    } while (page.size() == LocalStore.PAGE_MAX && skip < LOOKED_AT_MAX);
    return all.stream().sorted(LATEST_FIRST).toList();
  }

  /** One conflict as it is now. */
  Optional<Contested> find(RecordId conflict) {
    return store.find(conflict).map(this::contested);
  }

  private static boolean isOpen(RecordView view) {
    return Conflict.isOpen(view.fields());
  }

  private Contested contested(RecordView view) {
    Conflict conflict = Conflict.from(view.id(), view.fields());
    Optional<RecordView> record = conflict.record().flatMap(names::find);
    boolean isTrash = conflict.field().equals(Contested.TRASH);
    Party shown = party(conflict, conflict.shown());
    Party kept = party(conflict, conflict.kept());
    return new Contested(
        conflict,
        isTrash
            ? RecordNames.kind(conflict.recordKind())
            : RecordNames.title(conflict.recordKind(), conflict.field()),
        why(conflict.rule(), shown, kept),
        isTrash ? "" : words.of(conflict.recordKind(), conflict.field(), conflict.base()),
        shown,
        kept,
        record
            .flatMap(now -> Optional.ofNullable(now.fields().get(conflict.field())))
            .orElse(Value.NOTHING),
        passages(conflict),
        record.isPresent(),
        record.filter(RecordView::trashed).isPresent(),
        taken(new FieldMap(view.fields()).text(Conflict.RESOLUTION)),
        isOpen(view),
        view.changedAtMillis());
  }

  private static Passages passages(Conflict conflict) {
    return Contested.isOverlap(conflict)
        ? Passages.of(
            Contested.text(conflict.base()),
            Contested.text(conflict.shown().value()),
            Contested.text(conflict.kept().value()))
        : new Passages(List.of());
  }

  private static Optional<Answer> taken(String resolution) {
    return Arrays.stream(Answer.values())
        .filter(answer -> answer.wireName().equals(resolution))
        .findFirst();
  }

  private Party party(Conflict conflict, Conflict.Side side) {
    return new Party(
        side.author().isBlank() ? Texts.text("outbox.someone") : side.author(),
        side.device().equals(device),
        side.atMillis(),
        side.value(),
        words.of(conflict.recordKind(), conflict.field(), side.value()));
  }

  private static String why(String rule, Party shown, Party kept) {
    String known = Texts.has("inbox.rule." + rule) ? rule : "other";
    boolean isMine = shown.isMine() || kept.isMine();
    String key = "inbox.rule." + known + (isMine ? "" : ".others");
    return Texts.text(key, said(shown), said(kept));
  }

  /** "you" in the middle of a sentence, or the name. */
  private static String said(Party party) {
    return party.isMine() ? Texts.text("inbox.you") : party.name();
  }
}
