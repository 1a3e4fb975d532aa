package dev.throughline.desktop.idea;

import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.idea.EvidenceLine.Source;
import dev.throughline.desktop.idea.Trace.Lead;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import java.util.Optional;

/** Reads what claims rest on. Not on the UI thread. */
final class Traces {
  private final LocalStore store;
  private final SourceReader sources;

  Traces(LocalStore store, Rulings rulings) {
    this.store = store;
    this.sources = new SourceReader(store, rulings);
  }

  Trace of(RecordId source) {
    Optional<RecordView> found = store.find(source);
    boolean isOther =
        found
            .filter(view -> !view.trashed() && !Evidence.SOURCES.contains(view.kind()))
            .isPresent();
    return isOther ? elsewhere(found.get()) : said(sources.read(Optional.of(source)));
  }

  private Trace elsewhere(RecordView view) {
    return new Trace(
        Icon.TRANSCRIPT,
        new RecordNames(store).about(view.id()),
        RecordNames.kind(view.kind()),
        new Lead.Elsewhere(view.id()));
  }

  private static Trace said(Source source) {
    return switch (source) {
      case Source.Here here when here.whyNotQuoted().isPresent() ->
          new Trace(
              Icon.CONSENT,
              Texts.text("trace.held"),
              here.where(),
              new Lead.Closed(here.whyNotQuoted().get()));
      case Source.Here here ->
          new Trace(
              icon(here.kind()),
              here.words().isBlank() ? Texts.text("idea.source.empty") : here.words(),
              here.where(),
              new Lead.Place(here.interview(), here.turn()));
      case Source.Trashed() -> closed(Icon.DELETE, "idea.source.trashed");
      case Source.NotHere() -> closed(Icon.LOCK, "idea.source.notHere");
    };
  }

  private static Trace closed(Icon icon, String key) {
    return new Trace(icon, Texts.text(key), "", new Lead.Closed(Texts.text(key)));
  }

  private static Icon icon(EvidenceLine.Kind kind) {
    return switch (kind) {
      case TURN -> Icon.QUOTE;
      case NOTES -> Icon.NOTES;
      case INTERVIEW -> Icon.SESSION;
    };
  }
}
