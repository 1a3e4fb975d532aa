package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.kind.FieldMap;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads conflict records as people read them. */
final class KeptVersions {
  private final RecordNames names;
  private final ValueWords words;

  KeptVersions(RecordNames names) {
    this.names = names;
    this.words = new ValueWords(names);
  }

  /** Those nobody has settled yet, the latest first. */
  List<KeptVersion> open(List<RecordView> conflicts) {
    return conflicts.stream()
        .filter(view -> new FieldMap(view.fields()).text("state").equals(Conflict.OPEN))
        .map(view -> version(Conflict.from(view.id(), view.fields())))
        .sorted(
            Comparator.comparingLong((KeptVersion kept) -> latest(kept))
                .reversed()
                .thenComparing(KeptVersion::conflict))
        .toList();
  }

  private static long latest(KeptVersion version) {
    return Math.max(version.shown().atMillis(), version.kept().atMillis());
  }

  private KeptVersion version(Conflict conflict) {
    String shown = words.of(conflict.recordKind(), conflict.field(), conflict.shown().value());
    String kept = words.of(conflict.recordKind(), conflict.field(), conflict.kept().value());
    String field = RecordNames.field(conflict.recordKind(), conflict.field());
    return new KeptVersion(
        conflict.id(),
        conflict.field().equals("trash")
            ? RecordNames.kind(conflict.recordKind())
            : field.substring(0, 1).toUpperCase(Locale.ENGLISH) + field.substring(1),
        conflict.record().map(names::about).orElse(""),
        rule(conflict.rule()),
        new KeptVersion.Side(
            Excerpt.of(shown, kept), author(conflict.shown()), conflict.shown().atMillis()),
        new KeptVersion.Side(
            Excerpt.of(kept, shown), author(conflict.kept()), conflict.kept().atMillis()),
        kept);
  }

  private static String rule(String rule) {
    return switch (rule) {
      case "both-kept", "later-shown", "edit-beats-trash" -> Texts.text("outbox.rule." + rule);
      default -> Texts.text("outbox.rule.other");
    };
  }

  private static String author(Conflict.Side side) {
    return side.author().isBlank() ? Texts.text("outbox.someone") : side.author();
  }
}
