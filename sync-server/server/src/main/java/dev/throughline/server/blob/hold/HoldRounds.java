package dev.throughline.server.blob.hold;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.blob.store.BlobStore;
import dev.throughline.server.blob.store.StoreAway;
import dev.throughline.server.blob.store.StoredObject;
import dev.throughline.server.sync.ServerDesk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares the register with the store. Where the register holds and the store does not, the store
 * is made to; where only the store holds, people have to look, because letting go is never done by
 * itself.
 */
@Component
public final class HoldRounds {
  private static final Logger log = LoggerFactory.getLogger(HoldRounds.class);
  private static final String DRIFT = "throughline.blob.hold.drift";

  private final ServerDesk desk;
  private final HoldRows rows;
  private final Holding holding;
  private final InstantSource clock;
  private volatile double active;
  private volatile double mended;
  private volatile double unknown;
  private volatile double missing;

  HoldRounds(
      ServerDesk desk, HoldRows rows, Holding holding, InstantSource clock, MeterRegistry meters) {
    this.desk = desk;
    this.rows = rows;
    this.holding = holding;
    this.clock = clock;
    Gauge.builder("throughline.blob.hold.active", this, its -> its.active).register(meters);
    Gauge.builder(DRIFT, this, its -> its.mended).tag("is", "mended").register(meters);
    Gauge.builder(DRIFT, this, its -> its.unknown).tag("is", "unknown").register(meters);
    Gauge.builder(DRIFT, this, its -> its.missing).tag("is", "missing").register(meters);
  }

  /** What one look at a workspace found. */
  private record Found(long active, long mended, long unknown, long missing) {
    static final Found NOTHING = new Found(0, 0, 0, 0);

    Found and(Found other) {
      return new Found(
          active + other.active,
          mended + other.mended,
          unknown + other.unknown,
          missing + other.missing);
    }
  }

  /** Looks at everything once; figures stay as they were when the store does not answer. */
  public synchronized void go(BlobStore store) {
    try {
      Found all = Found.NOTHING;
      for (WorkspaceId workspace : desk.workspaces()) {
        all = all.and(look(workspace, store));
      }
      active = all.active();
      mended = all.mended();
      unknown = all.unknown();
      missing = all.missing();
    } catch (StoreAway _) {
      log.warn("Holds were not compared: the store does not answer.");
    }
  }

  private Found look(WorkspaceId workspace, BlobStore store) {
    record Known(long active, java.util.List<HoldRows.Covered> blobs) {}
    Known known =
        desk.inTransaction(
            workspace,
            () -> {
              holding.lock(workspace);
              rows.cover(workspace, clock.instant());
              return new Known(rows.active(workspace), rows.all(workspace));
            });
    Found found = new Found(known.active(), 0, 0, 0);
    int unread = 0;
    for (HoldRows.Covered blob : known.blobs()) {
      try {
        found = found.and(compare(blob, store));
      } catch (StoreAway e) {
        unread++;
        if (unread == known.blobs().size()) {
          throw e;
        }
        log.error("SRV-58 blob {} cannot be compared with the store.", blob.id());
        found = found.and(new Found(0, 0, 0, 1));
      }
    }
    return found;
  }

  private static Found compare(HoldRows.Covered blob, BlobStore store) {
    Optional<StoredObject> object = store.find(blob.version());
    if (object.isEmpty()) {
      if (blob.isHeld()) {
        log.error("SRV-58 blob {} is on hold and not in the store.", blob.id());
      }
      return new Found(0, 0, 0, blob.isHeld() ? 1 : 0);
    }
    if (blob.isHeld() && !object.get().isHeld()) {
      log.warn("SRV-58 blob {} is on hold and the store did not hold it; it does now.", blob.id());
      store.hold(blob.version(), true);
      return new Found(0, 1, 0, 0);
    }
    if (!blob.isHeld() && object.get().isHeld()) {
      log.warn("SRV-58 blob {} is held by the store and by no hold of the register.", blob.id());
      return new Found(0, 0, 1, 0);
    }
    return Found.NOTHING;
  }
}
