package dev.throughline.desktop.inbox;

import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One look at everything that needs a person. Not on the UI thread. */
record Inbox(List<InboxItem> open, List<InboxItem> settled) {
  static final Inbox EMPTY = new Inbox(List.of(), List.of());

  /** Settled records listed; older ones are in their history. */
  private static final int SETTLED_MAX = 200;

  Inbox {
    open = List.copyOf(open);
    settled = List.copyOf(settled);
  }

  static Inbox read(LocalStore store, MentionIndex mentions, SignCases signing) {
    RecordNames names = new RecordNames(store);
    List<InboxItem> settled = new ArrayList<>();
    Rescues.read(store, names, false).forEach(one -> settled.add(new InboxItem.Rescued(one)));
    MentionCases.read(store, names, mentions.entries(false, SETTLED_MAX))
        .forEach(one -> settled.add(new InboxItem.Mentioned(one)));
    settled.addAll(records(new Conflicts(store, names).all(false), names));
    settled.sort(Comparator.comparingLong(InboxItem::atMillis).reversed());
    return new Inbox(
        open(store, mentions, signing), settled.subList(0, Math.min(SETTLED_MAX, settled.size())));
  }

  /** What waits for the person: what holds up most comes first. */
  static List<InboxItem> open(LocalStore store, MentionIndex mentions, SignCases signing) {
    RecordNames names = new RecordNames(store);
    List<InboxItem> open = new ArrayList<>();
    store.brake().held().map(InboxItem.Held::new).ifPresent(open::add);
    signing.waiting().forEach(one -> open.add(new InboxItem.ToSign(one)));
    ParkedCases.read(store, names).forEach(one -> open.add(new InboxItem.Parked(one)));
    Rescues.read(store, names, true).forEach(one -> open.add(new InboxItem.Rescued(one)));
    open.addAll(records(new Conflicts(store, names).all(true), names));
    MentionCases.read(store, names, mentions.entries(true, Integer.MAX_VALUE))
        .forEach(one -> open.add(new InboxItem.Mentioned(one)));
    return open;
  }

  /** The conflicts of one record are one item. */
  private static List<InboxItem> records(List<Contested> all, RecordNames names) {
    Map<Object, List<Contested>> records = new LinkedHashMap<>();
    for (Contested one : all) {
      Object key = one.conflict().record().<Object>map(record -> record).orElseGet(one::id);
      records.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
    }
    return records.values().stream().map(fields -> item(fields, names)).toList();
  }

  private static InboxItem item(List<Contested> fields, RecordNames names) {
    var conflict = fields.getFirst().conflict();
    return new InboxItem.Conflicted(
        conflict.record(),
        conflict.record().map(names::about).orElse(""),
        RecordNames.kind(conflict.recordKind()),
        fields.stream().sorted(Comparator.comparingInt(Inbox::position)).toList());
  }

  /** Fields stand as their kind lists them, the question about the whole record before them. */
  private static int position(Contested one) {
    List<String> names =
        Kinds.named(one.conflict().recordKind()).stream()
            .flatMap(kind -> kind.fields().stream())
            .map(Field::name)
            .toList();
    int at = names.indexOf(one.conflict().field());
    return one.isTrash() ? -1 : at < 0 ? names.size() : at;
  }
}
