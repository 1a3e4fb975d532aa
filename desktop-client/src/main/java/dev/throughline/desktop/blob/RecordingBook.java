package dev.throughline.desktop.blob;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the records say of recordings. Not on the UI thread. */
record RecordingBook(Ledger ledger) {
  Optional<Recording> find(RecordId id) {
    return record(id, Recording.KIND.name())
        .filter(view -> !view.trashed())
        .map(view -> Recording.from(view.id(), view.fields()));
  }

  /** The secret a recording is sealed under; empty where it was erased or may not be read. */
  Optional<byte[]> secret(Recording recording) {
    return recording
        .key()
        .flatMap(key -> record(key, MediaKey.KIND.name()))
        .flatMap(view -> MediaKey.from(view.id(), view.fields()).bytes());
  }

  private Optional<RecordView> record(RecordId id, String kind) {
    return ledger.store().find(id).filter(view -> view.kind().equals(kind));
  }

  Optional<DeviceId> device() {
    return ledger.store().device();
  }

  /** Lets the record name its blob; whether it does now. */
  boolean name(BlobKey key, String id) {
    Optional<Recording> recording = find(key.record());
    if (recording.isEmpty() || key.role().namedIn(recording.get()).equals(id)) {
      return recording.isPresent();
    }
    Draft named =
        new Draft.Set(
            key.record(), Recording.KIND.name(), Map.of(key.role().field(), Value.text(id)));
    return ledger.record(List.of(named)) instanceof SaveResult.Saved;
  }
}
