package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What records and fields are called, for one look at the store: each record is read once. */
public final class RecordNames {
  /** How far up records are followed, which may point in a circle. */
  private static final int STEPS_MAX = 8;

  /** Fields named one by one; what is beyond is counted. */
  private static final int FIELDS_MAX = 3;

  private final LocalStore store;
  private final Map<RecordId, Optional<RecordView>> read = new HashMap<>();

  public RecordNames(LocalStore store) {
    this.store = store;
  }

  public Optional<RecordView> find(RecordId id) {
    return read.computeIfAbsent(id, store::find);
  }

  /** The record that another one's field points to; empty when there is none. */
  Optional<RecordId> pointed(RecordId from, String field) {
    return find(from).flatMap(view -> new FieldMap(view.fields()).reference(field));
  }

  /** The interview, study, idea or participant a record is about; empty when that is not here. */
  public String about(RecordId id) {
    return about(id, STEPS_MAX);
  }

  private String about(RecordId id, int steps) {
    return steps == 0 ? "" : find(id).map(view -> about(view, steps)).orElse("");
  }

  private String about(RecordView view, int steps) {
    FieldMap fields = new FieldMap(view.fields());
    String kind = view.kind();
    if (kind.equals(Interview.KIND.name())) {
      return titled(fields.text("title"), "outbox.untitled.interview");
    }
    if (kind.equals(Study.KIND.name())) {
      return titled(fields.text("title"), "outbox.untitled.study");
    }
    if (kind.equals(Idea.KIND.name())) {
      return titled(fields.text(Idea.TITLE), "outbox.untitled.idea");
    }
    if (kind.equals(Participant.KIND.name())) {
      return titled(fields.text("pseudonym"), "outbox.untitled.participant");
    }
    return Kinds.up(kind).flatMap(fields::reference).map(up -> about(up, steps - 1)).orElse("");
  }

  private static String titled(String title, String otherwise) {
    return title.isBlank() ? Texts.text(otherwise) : title;
  }

  /** A kind with a capital, as the start of a line. */
  public static String kind(String kind) {
    return Texts.text("outbox.kind." + known(kind));
  }

  /** The kind itself, or "other" where this version does not know it. */
  static String known(String kind) {
    return Kinds.named(kind).isPresent() && Texts.has("outbox.kind." + kind) ? kind : "other";
  }

  public static String field(String kind, String field) {
    boolean isKnown = Kinds.named(kind).flatMap(k -> k.field(field)).isPresent();
    String own = "outbox.field." + kind + "." + field;
    String key = Texts.has(own) ? own : "outbox.field." + field;
    return Texts.text(isKnown && Texts.has(key) ? key : "outbox.field.other");
  }

  /** A field with a capital, as the start of a line. */
  public static String title(String kind, String field) {
    String name = field(kind, field);
    return name.substring(0, 1).toUpperCase(Locale.ENGLISH) + name.substring(1);
  }

  /** Field names in the order of their kind, as one reads them out: title, date and place. */
  public static String fields(String kind, List<String> fields) {
    List<String> order =
        Kinds.named(kind).stream().flatMap(k -> k.fields().stream()).map(Field::name).toList();
    List<String> names =
        fields.stream()
            .sorted(Comparator.comparingInt(order::indexOf))
            .map(name -> field(kind, name))
            .distinct()
            .toList();
    if (names.size() > FIELDS_MAX) {
      int shown = FIELDS_MAX - 1;
      return Texts.text(
          "outbox.and.more", String.join(", ", names.subList(0, shown)), names.size() - shown);
    }
    return names.size() < 2
        ? String.join("", names)
        : Texts.text(
            "outbox.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
  }
}
