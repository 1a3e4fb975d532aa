package dev.throughline.desktop.history;

import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.outbox.ValueWords;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Revisions in words. One look at the store; not on the UI thread. */
final class Words {
  private static final int DEVICE_SHOWN = 4;

  private final String kind;
  private final ValueWords values;
  private final String ownDevice;
  private final List<String> order;

  Words(LocalStore store, String kind) {
    this.kind = kind;
    this.values = new ValueWords(new RecordNames(store));
    this.ownDevice = store.device().map(Object::toString).orElse("");
    this.order =
        Kinds.named(kind).stream().flatMap(k -> k.fields().stream()).map(Field::name).toList();
  }

  RevisionWords of(Revision revision) {
    List<RevisionWords.Line> lines =
        revision.fields().stream()
            .sorted(Comparator.comparingInt(line -> order.indexOf(line.field())))
            .map(this::line)
            .toList();
    return new RevisionWords(revision, who(revision), where(revision), note(revision), lines);
  }

  private RevisionWords.Line line(Revision.FieldLine line) {
    return new RevisionWords.Line(
        RecordNames.title(kind, line.field()),
        line.before().map(value -> said(line.field(), value)).orElse(""),
        said(line.field(), line.after()),
        line.before().filter(before -> !before.equals(Value.NOTHING)).isPresent());
  }

  private String said(String field, Value value) {
    return values.of(kind, field, value);
  }

  private String who(Revision revision) {
    boolean isOwn = revision.device().equals(ownDevice);
    if (isOwn) {
      return Texts.text("history.you");
    }
    return revision.author().isBlank() ? Texts.text("outbox.someone") : revision.author();
  }

  private String where(Revision revision) {
    String device = revision.device();
    if (device.equals(ownDevice)) {
      return Texts.text("history.here");
    }
    return device.length() < DEVICE_SHOWN || device.equals("server")
        ? ""
        : Texts.text("history.there", device.substring(device.length() - DEVICE_SHOWN));
  }

  private static String note(Revision revision) {
    return switch (revision.kind()) {
      case UNSENT -> Texts.text("history.unsent");
      case KEPT -> Texts.text("history.kept");
      case ERASED -> Texts.text("history.erased");
      case LOGGED ->
          revision
              .trash()
              .map(to -> Texts.text(to ? "history.trashed" : "history.untrashed"))
              .orElse("");
    };
  }

  /** The fields in which a version differs from now. */
  List<ComparedField> compared(Map<String, Value> version, Map<String, Value> now) {
    return Restoring.different(now, version).keySet().stream()
        .sorted(Comparator.comparingInt(order::indexOf))
        .map(
            field ->
                new ComparedField(
                    RecordNames.title(kind, field),
                    said(field, version.getOrDefault(field, Value.NOTHING)),
                    said(field, now.getOrDefault(field, Value.NOTHING))))
        .toList();
  }
}
