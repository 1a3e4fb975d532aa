package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.value.Value;
import dev.throughline.server.blob.hold.Holding;
import dev.throughline.server.blob.store.BlobStore;
import dev.throughline.server.blob.store.BlobVersion;
import dev.throughline.server.blob.store.Completion;
import dev.throughline.server.blob.store.StorePlace;
import dev.throughline.server.blob.store.StoredPart;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.sync.ServerDesk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes a session whose parts are all there a blob that is kept, and has it read back. */
@Component
final class Completing {
  /** Missing parts that a refusal names. */
  private static final int NAMED_MAX = 100;

  private final ServerDesk desk;
  private final Uploads uploads;
  private final UploadRows rows;
  private final BlobRows blobs;
  private final BegunParts begun;
  private final StorePlace place;
  private final Holding holding;
  private final Verifier verifier;
  private final InstantSource clock;

  Completing(
      ServerDesk desk,
      Uploads uploads,
      UploadRows rows,
      BlobRows blobs,
      BegunParts begun,
      StorePlace place,
      Holding holding,
      Verifier verifier,
      InstantSource clock) {
    this.desk = desk;
    this.uploads = uploads;
    this.rows = rows;
    this.blobs = blobs;
    this.begun = begun;
    this.place = place;
    this.holding = holding;
    this.verifier = verifier;
    this.clock = clock;
  }

  /**
   * Completes a session; the same again is the same blob.
   *
   * @throws ProblemException when parts are missing or are others than the manifest names
   */
  BlobRow complete(UploadRow upload, BlobManifest manifest) {
    WorkspaceId workspace = upload.key().workspace();
    Optional<BlobRow> done =
        desk.inTransaction(workspace, () -> blobs.find(workspace, upload.id()));
    if (done.isPresent()) {
      return same(done.get(), manifest);
    }
    if (!upload.isOpen()) {
      throw Uploads.gone();
    }
    BlobStore store = place.get();
    boolean isFirst = desk.inTransaction(workspace, () -> blobs.current(upload.key())).isEmpty();
    return switch (store.complete(upload.upload(), checked(upload, manifest), isFirst)) {
      case Completion.Done(BlobVersion version) -> done(upload, version, manifest);
      case Completion.Missing(List<Integer> indexes) -> throw incomplete(indexes);
      case Completion.Taken(BlobVersion _) -> beside(upload, manifest);
      case Completion.NoUpload() -> raced(upload, manifest);
    };
  }

  /** Somebody completed it in this moment; else the store has lost it. */
  private BlobRow raced(UploadRow upload, BlobManifest manifest) {
    WorkspaceId workspace = upload.key().workspace();
    return desk.inTransaction(workspace, () -> blobs.find(workspace, upload.id()))
        .map(blob -> same(blob, manifest))
        .orElseThrow(
            () -> {
              uploads.end(upload);
              return Uploads.gone();
            });
  }

  /** The store has a version this database knows nothing of, as after a restore. */
  private BlobRow beside(UploadRow upload, BlobManifest manifest) {
    return switch (place.get().complete(upload.upload(), manifest, false)) {
      case Completion.Done(BlobVersion version) -> done(upload, version, manifest);
      case Completion.Missing(List<Integer> indexes) -> throw incomplete(indexes);
      case Completion.Taken _, Completion.NoUpload _ -> raced(upload, manifest);
    };
  }

  private static BlobRow same(BlobRow blob, BlobManifest manifest) {
    if (!blob.manifest().equals(manifest)) {
      throw new ProblemException(Problem.NOT_NOW, "It was completed with another manifest.");
    }
    return blob;
  }

  /** The manifest, if what is there is what it names. */
  private BlobManifest checked(UploadRow upload, BlobManifest manifest) {
    Map<Integer, StoredPart> there = new HashMap<>();
    uploads.there(upload).forEach(part -> there.put(part.index(), part));
    if (there.isEmpty()) {
      // Empty, completed by somebody else, or lost: the store knows which.
      return manifest;
    }
    List<Integer> missing =
        IntStream.range(0, manifest.parts().size())
            .filter(at -> !isThat(manifest, at, Optional.ofNullable(there.get(at))))
            .boxed()
            .toList();
    if (!missing.isEmpty()) {
      throw incomplete(missing);
    }
    return manifest;
  }

  static boolean isThat(BlobManifest manifest, int index, Optional<StoredPart> part) {
    return part.filter(its -> its.length() == manifest.length(index))
        .filter(its -> its.digest().equals(Optional.of(manifest.parts().get(index))))
        .isPresent();
  }

  private static ProblemException incomplete(List<Integer> missing) {
    return new ProblemException(
        Problem.INCOMPLETE,
        missing.size() + " part(s) are missing or are other ones; send them and complete again.",
        Map.of(
            "missing",
            new Value.Items(
                missing.stream().limit(NAMED_MAX).map(index -> Value.whole(index)).toList())));
  }

  /** Kept and held before anybody can ask for its deletion. */
  private BlobRow done(UploadRow upload, BlobVersion version, BlobManifest manifest) {
    WorkspaceId workspace = upload.key().workspace();
    RetentionClass retention = BlobRole.named(upload.key().role()).orElseThrow().retention();
    Instant now = clock.instant();
    retention.mode().ifPresent(mode -> place.get().keep(version, mode, now.plus(retention.time())));
    BlobRow blob =
        desk.inTransaction(
            workspace,
            () -> {
              holding.lock(workspace);
              blobs.add(version, upload.id(), manifest, retention, now);
              rows.forgetParts(upload);
              rows.end(upload, UploadRow.State.DONE);
              holding.cover(workspace, upload.id(), place.get());
              return blobs.find(workspace, upload.id()).orElseThrow();
            });
    begun.forget(upload.id());
    verifier.soon(workspace, blob.id());
    return blob;
  }
}
