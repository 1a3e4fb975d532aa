package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.blob.store.BlobStore;
import dev.throughline.server.blob.store.StoreAway;
import dev.throughline.server.blob.store.StorePlace;
import dev.throughline.server.blob.store.StoredObject;
import dev.throughline.server.sync.ServerDesk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads what was sent back from the store and compares every part: only then is it verified. What
 * nobody came to before a server ended is read at the next start.
 */
@Component
final class Verifier {
  private static final Logger log = LoggerFactory.getLogger(Verifier.class);
  private static final int ROUND_MAX = 50;
  private static final int CHUNK_BYTES = 64 << 10;

  private final ServerDesk desk;
  private final BlobRows blobs;
  private final StorePlace place;
  private final BlobMetrics metrics;
  private final InstantSource clock;
  private final BlobConfiguration.Later later;

  Verifier(
      ServerDesk desk,
      BlobRows blobs,
      StorePlace place,
      BlobMetrics metrics,
      InstantSource clock,
      BlobConfiguration.Later later) {
    this.desk = desk;
    this.blobs = blobs;
    this.place = place;
    this.metrics = metrics;
    this.clock = clock;
    this.later = later;
  }

  /** Has a blob read back as soon as there is time. */
  void soon(WorkspaceId workspace, UUID blob) {
    later.run(() -> check(workspace, blob));
  }

  /** Everything that is left over, of all workspaces. */
  @Scheduled(initialDelay = 2_000, fixedDelay = 60_000)
  void round() {
    if (place.store().isEmpty()) {
      return;
    }
    try {
      for (WorkspaceId workspace : desk.workspaces()) {
        desk.inTransaction(workspace, () -> blobs.unchecked(workspace, ROUND_MAX))
            .forEach(blob -> soon(workspace, blob.id()));
      }
    } catch (DataAccessException | TransactionException e) {
      log.info("Nothing was looked for that is to be read back ({}).", why(e));
    }
  }

  private static String why(RuntimeException e) {
    return e.getClass().getSimpleName();
  }

  private void check(WorkspaceId workspace, UUID id) {
    try {
      Optional<BlobRow> blob = desk.inTransaction(workspace, () -> blobs.find(workspace, id));
      if (blob.filter(its -> its.state() == BlobRow.State.COMPLETE).isPresent()) {
        settle(blob.get());
      }
    } catch (StoreAway | IOException e) {
      metrics.unchecked();
      log.warn("Blob {} could not be read back; it is tried again.", id);
    } catch (RuntimeException e) {
      // The database is away or the server ends; the next round finds it again.
      log.warn("Blob {} was not checked ({}).", id, why(e));
    }
  }

  private void settle(BlobRow blob) throws IOException {
    boolean isWhole = isWhole(place.get(), blob);
    BlobRow.State state = isWhole ? BlobRow.State.VERIFIED : BlobRow.State.DAMAGED;
    if (!isWhole) {
      log.error(
          "SRV-57 blob {} is not in the store as it was sent; it must come again.", blob.id());
    }
    WorkspaceId workspace = blob.version().key().workspace();
    desk.inTransaction(
        workspace,
        () -> {
          blobs.mark(blob, state, clock.instant());
          return true;
        });
    metrics.checked(isWhole);
  }

  private static boolean isWhole(BlobStore store, BlobRow blob) throws IOException {
    Optional<StoredObject> object = store.find(blob.version());
    BlobManifest manifest = blob.manifest();
    if (object.filter(its -> its.size() == manifest.size()).isEmpty()) {
      return false;
    }
    if (manifest.size() == 0) {
      return true;
    }
    try {
      return isRead(store, blob);
    } catch (StoreAway | NoSuchFileException e) {
      // The store is there and knows the blob: then this part of it is gone.
      if (e instanceof StoreAway && !(e.getCause() instanceof NoSuchFileException)) {
        throw e;
      }
      return false;
    }
  }

  private static boolean isRead(BlobStore store, BlobRow blob) throws IOException {
    BlobManifest manifest = blob.manifest();
    try (InputStream in = store.read(blob.version(), 0, manifest.size())) {
      List<String> parts = manifest.parts();
      for (int index = 0; index < parts.size(); index++) {
        if (!digest(in, manifest.length(index)).equals(parts.get(index))) {
          return false;
        }
      }
      return true;
    }
  }

  private static String digest(InputStream in, int length) throws IOException {
    MessageDigest hash = sha256();
    byte[] chunk = new byte[CHUNK_BYTES];
    int left = length;
    while (left > 0) {
      int read = in.read(chunk, 0, Math.min(left, chunk.length));
      if (read < 0) {
        return "";
      }
      hash.update(chunk, 0, read);
      left -= read;
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
