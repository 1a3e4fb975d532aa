package dev.throughline.desktop.handoff;

import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Sprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The records around an idea that can show that an item holds. Not on the UI thread. */
final class ProofSources {
  private final LocalStore store;
  private final List<RecordId> ideas;

  /** One record that can be chosen. */
  record Source(RecordId id, Icon icon, String words, String kind) {}

  ProofSources(LocalStore store, List<RecordId> ideas) {
    this.store = store;
    this.ideas = ideas;
  }

  List<Source> all() {
    RecordNames names = new RecordNames(store);
    List<Source> all = new ArrayList<>();
    add(all, names, Decision.KIND, Icon.SIGN, ideas);
    add(all, names, DiscoveryTask.KIND, Icon.CHECK, ideas);
    add(all, names, Sprint.KIND, Icon.CALENDAR, ideas);
    List<RecordId> mvps =
        store.childrenOf(Mvp.KIND.name(), ideas).stream().map(RecordView::id).toList();
    add(all, names, Measurement.KIND, Icon.GUIDE, mvps);
    store.childrenOf(Evidence.KIND.name(), ideas).stream()
        .flatMap(view -> new FieldMap(view.fields()).reference(Evidence.SOURCE).stream())
        .distinct()
        .flatMap(id -> store.find(id).stream())
        .filter(view -> !view.trashed())
        .forEach(view -> all.add(source(view, names, Icon.QUOTE)));
    return all;
  }

  private void add(
      List<Source> all, RecordNames names, Kind kind, Icon icon, Collection<RecordId> above) {
    store.childrenOf(kind.name(), above).forEach(view -> all.add(source(view, names, icon)));
  }

  private static Source source(RecordView view, RecordNames names, Icon icon) {
    return new Source(
        view.id(), icon, ProofWords.name(names, view.id()), RecordNames.kind(view.kind()));
  }
}
