package dev.throughline.server.approval;

import dev.throughline.model.handoff.Gathering;
import dev.throughline.model.handoff.Gathering.Kept;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Manifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.sync.Change;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All records as a device of a test can pull them now. */
public final class Pulled implements Gathering.Shelf {
  private final Map<RecordId, Map<String, Value>> fields = new TreeMap<>();
  private final Map<RecordId, String> kinds = new HashMap<>();
  private final Set<RecordId> trashed = new HashSet<>();

  public Pulled(TestDevice device) {
    for (Change change : device.pullAll(0)) {
      RecordId id = change.record();
      fields.computeIfAbsent(id, _ -> new TreeMap<>()).putAll(change.fields());
      kinds.put(id, change.kind());
      if (change.trashed()) {
        trashed.add(id);
      } else {
        trashed.remove(id);
      }
    }
  }

  Map<String, Value> fields(RecordId id) {
    return fields.getOrDefault(id, Map.of());
  }

  /** What a desktop would submit. */
  public byte[] manifest(RecordId handoff, long version) {
    Handoff of = Handoff.from(handoff, fields(handoff));
    return Manifest.of(new Gathering(this).of(of, of.idea().stream().toList()), version)
        .canonical();
  }

  @Override
  public Optional<Kept> find(Kind kind, RecordId id) {
    return Optional.of(id).filter(its -> isLive(kind, its)).map(its -> new Kept(its, fields(its)));
  }

  @Override
  public List<Kept> below(Kind kind, Collection<RecordId> above) {
    return fields.entrySet().stream()
        .filter(entry -> isLive(kind, entry.getKey()))
        .filter(
            entry ->
                new FieldMap(entry.getValue())
                    .reference(kind.parent())
                    .filter(above::contains)
                    .isPresent())
        .map(entry -> new Kept(entry.getKey(), entry.getValue()))
        .toList();
  }

  private boolean isLive(Kind kind, RecordId id) {
    return kind.name().equals(kinds.get(id)) && !trashed.contains(id);
  }
}
