package dev.throughline.server.blob;

import dev.throughline.server.blob.hold.Holding;
import dev.throughline.server.blob.store.BlobStore;
import dev.throughline.server.blob.store.Deletion;
import dev.throughline.server.blob.store.StorePlace;
import dev.throughline.server.blob.store.StoredObject;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.AuditNote;
import dev.throughline.server.sync.ServerDesk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes what people ask to have deleted, unless it is held or kept. */
@Component
final class Deleting {
  private static final Logger log = LoggerFactory.getLogger(Deleting.class);

  private final ServerDesk desk;
  private final BlobRows blobs;
  private final StorePlace place;
  private final Holding holding;
  private final InstantSource clock;

  Deleting(
      ServerDesk desk, BlobRows blobs, StorePlace place, Holding holding, InstantSource clock) {
    this.desk = desk;
    this.blobs = blobs;
    this.place = place;
    this.holding = holding;
    this.clock = clock;
  }

  /**
   * Deletes every version of a blob.
   *
   * @return how many there were
   * @throws ProblemException when one of them is held or kept; then nothing was deleted
   */
  int delete(BlobDoor.At at) {
    List<BlobRow> all = desk.inTransaction(at.desk().workspace(), () -> blobs.all(at.key()));
    all.forEach(this::requireFree);
    Optional<String> held = desk.act(at.desk().workspace(), records -> marked(at, all, records));
    if (held.isPresent()) {
      throw kept(held.get());
    }
    all.forEach(this::remove);
    return all.size();
  }

  /** What the store itself says, before anything is written down. */
  private void requireFree(BlobRow blob) {
    Optional<StoredObject> object = place.get().find(blob.version());
    if (object.filter(StoredObject::isHeld).isPresent()) {
      throw kept("It is on hold");
    }
    Optional<Instant> until =
        blob.keptUntil()
            .or(() -> object.flatMap(StoredObject::keptUntil))
            .filter(clock.instant()::isBefore);
    if (until.isPresent()) {
      throw kept("It is kept until " + until.get());
    }
  }

  private static ProblemException kept(String why) {
    return new ProblemException(Problem.KEPT, why + "; nothing was deleted.");
  }

  /** Why not; empty when all are marked as deleted, with an audit event. */
  private Optional<String> marked(
      BlobDoor.At at, List<BlobRow> all, dev.throughline.server.log.Aftermath.Records records) {
    holding.lock(at.desk().workspace());
    if (all.stream().anyMatch(blob -> holding.isHeld(at.desk().workspace(), blob.id()))) {
      return Optional.of("It is on hold");
    }
    for (BlobRow blob : all) {
      blobs.mark(blob, BlobRow.State.DELETED, clock.instant());
      records.audit(
          new AuditNote(
              "blob.deleted",
              AuditNote.SUCCESS,
              "",
              at.role().kind(),
              at.key().record(),
              Map.of(
                  "by",
                  at.desk().person().map(String::valueOf).orElse(""),
                  "role",
                  at.key().role(),
                  "blob",
                  blob.manifest().id())));
    }
    return Optional.empty();
  }

  private void remove(BlobRow blob) {
    BlobStore store = place.get();
    Deletion deletion = store.delete(blob.version());
    if (deletion instanceof Deletion.Held || deletion instanceof Deletion.Kept) {
      log.warn("SRV-58 blob {} was deleted here and is kept by the store.", blob.id());
    }
  }
}
