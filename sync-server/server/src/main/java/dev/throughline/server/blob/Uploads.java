package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.blob.hold.Holding;
import dev.throughline.server.blob.store.BlobKey;
import dev.throughline.server.blob.store.PartPut;
import dev.throughline.server.blob.store.StorePlace;
import dev.throughline.server.blob.store.StoredPart;
import dev.throughline.server.blob.store.Upload;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.RandomBytes;
import dev.throughline.server.sync.ServerDesk;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Sessions in which blobs are sent. There is one under way for each blob, whoever sends; nobody
 * locks it, parts may come in any order and more than once.
 */
@Component
final class Uploads {
  /** Sessions under way in one workspace. */
  static final int OPEN_MAX = 2_000;

  /** Sessions of one sender under way in one workspace: nobody takes the room of all others. */
  static final int OPEN_OF_ONE_MAX = 250;

  private final ServerDesk desk;
  private final UploadRows uploads;
  private final BlobRows blobs;
  private final StorePlace place;
  private final Holding holding;
  private final BegunParts begun;
  private final BlobMetrics metrics;
  private final InstantSource clock;
  private final RandomBytes random;

  Uploads(
      ServerDesk desk,
      UploadRows uploads,
      BlobRows blobs,
      StorePlace place,
      Holding holding,
      BegunParts begun,
      BlobMetrics metrics,
      InstantSource clock,
      RandomBytes random) {
    this.desk = desk;
    this.uploads = uploads;
    this.blobs = blobs;
    this.place = place;
    this.holding = holding;
    this.begun = begun;
    this.metrics = metrics;
    this.clock = clock;
    this.random = random;
  }

  /** What came of opening a session. */
  sealed interface Opened {
    /** Send what is missing. */
    record Session(UploadRow upload, boolean isFresh) implements Opened {}

    /** The very same blob is there. */
    record There(BlobRow blob) implements Opened {}
  }

  private <T> T in(WorkspaceId workspace, Supplier<T> work) {
    return desk.inTransaction(workspace, work);
  }

  /**
   * Opens a session, or goes on with the one under way.
   *
   * @param named the id of the blob that the record names; its content may take another's place
   * @param sender who means to send the rest
   * @param manifest empty while it grows
   * @throws ProblemException when there is another blob already
   */
  Opened open(BlobKey key, Optional<String> named, Sender sender, Optional<BlobManifest> manifest) {
    Optional<BlobRow> there =
        in(key.workspace(), () -> blobs.current(key))
            .filter(blob -> blob.state() != BlobRow.State.DAMAGED);
    if (there.isPresent()) {
      Optional<String> wanted = manifest.map(BlobManifest::id);
      if (wanted.equals(Optional.of(there.get().manifest().id()))) {
        return new Opened.There(there.get());
      }
      if (wanted.isEmpty() || !wanted.equals(named)) {
        throw new ProblemException(
            Problem.NOT_NOW, "The record has its content, which never changes; read that.");
      }
      if (in(key.workspace(), () -> holding.isHeld(key.workspace(), there.get().id()))) {
        throw new ProblemException(Problem.KEPT, "It is on hold, and stays the content.");
      }
    }
    Optional<UploadRow> known = in(key.workspace(), () -> goOn(key, sender.device(), manifest));
    if (known.isPresent()) {
      return new Opened.Session(known.get(), false);
    }
    requireRoom(key.workspace(), sender);
    Upload begun = place.get().begin(key, id());
    boolean isOurs =
        in(
            key.workspace(),
            () -> uploads.add(key, begun.id(), begun.handle(), sender, clock.instant()));
    if (!isOurs) {
      place.get().abort(begun);
    }
    return in(key.workspace(), () -> goOn(key, sender.device(), manifest))
        .map(upload -> new Opened.Session(upload, isOurs))
        .orElseThrow(Uploads::gone);
  }

  private void requireRoom(WorkspaceId workspace, Sender sender) {
    UploadRows.OpenCount open = in(workspace, () -> uploads.openCount(workspace, sender));
    if (open.ofOne() >= OPEN_OF_ONE_MAX) {
      throw new ProblemException(
          Problem.BUSY,
          "You have "
              + OPEN_OF_ONE_MAX
              + " recordings under way; this one is safe where it is, and goes on when one of them"
              + " has arrived or was given up.");
    }
    if (open.all() >= OPEN_MAX) {
      throw new ProblemException(
          Problem.BUSY, "Too many recordings are under way; this one is safe where it is.");
    }
  }

  private UUID id() {
    ByteBuffer seed = ByteBuffer.wrap(random.next(16));
    return Uuids.version7(clock.millis(), seed.getLong(), seed.getLong());
  }

  private Optional<UploadRow> goOn(BlobKey key, DeviceId device, Optional<BlobManifest> manifest) {
    Optional<UploadRow> known = uploads.open(key);
    known.ifPresent(
        upload -> {
          uploads.claim(upload, device, clock.instant());
          uploads.touch(upload, clock.instant());
          manifest.ifPresent(its -> uploads.plan(upload, its));
        });
    return known.map(
        upload ->
            new UploadRow(
                upload.id(),
                upload.key(),
                upload.handle(),
                manifest.or(upload::manifest),
                upload.state()));
  }

  /**
   * A session, under way or not.
   *
   * @throws ProblemException when there is none
   */
  UploadRow require(WorkspaceId workspace, UUID id) {
    return in(workspace, () -> uploads.find(workspace, id)).orElseThrow(Uploads::gone);
  }

  static ProblemException gone() {
    return new ProblemException(
        Problem.NOT_FOUND, "There is no such session; open one, and send what it says is missing.");
  }

  /**
   * Takes a part.
   *
   * @throws ProblemException when it is not what it was said to be, or the session is over
   */
  void put(UploadRow upload, int index, String digest, InputStream body) {
    metrics.timed(
        () -> {
          requirePlanned(upload, index, digest);
          switch (place.get().put(upload.upload(), index, digest, body)) {
            case PartPut.Stored(long length) -> stored(upload, index, digest, length);
            case PartPut.WrongDigest() ->
                throw new ProblemException(
                    Problem.PART_REFUSED, "Its bytes have another SHA-256; send it again.");
            case PartPut.WrongLength() ->
                throw new ProblemException(
                    Problem.PART_REFUSED, "A part has 1 to " + BlobManifest.PART_BYTES + " bytes.");
            case PartPut.NoUpload() -> throw lost(upload);
          }
          return upload;
        });
  }

  private void stored(UploadRow upload, int index, String digest, long length) {
    metrics.received(length);
    in(
        upload.key().workspace(),
        () -> {
          uploads.addPart(upload, index, digest, length);
          uploads.touch(upload, clock.instant());
          return upload;
        });
  }

  /**
   * Refuses a part that can be none of this session.
   *
   * @throws ProblemException when that is so
   */
  static void requirePlanned(UploadRow upload, int index, String digest) {
    if (!upload.isOpen()) {
      throw gone();
    }
    if (index < 0 || index >= BlobManifest.PARTS_MAX || !BlobManifest.isDigest(digest)) {
      throw new ProblemException(
          Problem.MALFORMED, "A part has a number from 0 to 9999 and a SHA-256.");
    }
    boolean isOther =
        upload
            .manifest()
            .filter(plan -> index >= plan.parts().size() || !plan.parts().get(index).equals(digest))
            .isPresent();
    if (isOther) {
      throw new ProblemException(
          Problem.PART_REFUSED, "The manifest of this session has another part there.");
    }
  }

  /** The store gave it up by itself; the next one begins anew. */
  private ProblemException lost(UploadRow upload) {
    givenUp(upload);
    return gone();
  }

  /**
   * The parts that are there, as the store has them; where it knows no digest, as they came. What
   * came by ticket is written down, so that others see how far it is.
   */
  List<StoredPart> there(UploadRow upload) {
    Map<Integer, StoredPart> known = new TreeMap<>();
    in(upload.key().workspace(), () -> uploads.parts(upload))
        .forEach(part -> known.put(part.index(), part));
    List<StoredPart> there =
        place.get().parts(upload.upload()).stream()
            .flatMap(part -> named(part, Optional.ofNullable(known.get(part.index()))).stream())
            .toList();
    List<StoredPart> unseen =
        there.stream().filter(part -> !part.equals(known.get(part.index()))).toList();
    if (!unseen.isEmpty() && upload.isOpen()) {
      in(
          upload.key().workspace(),
          () -> {
            unseen.forEach(part -> note(upload, part));
            return upload;
          });
    }
    return there;
  }

  private void note(UploadRow upload, StoredPart part) {
    uploads.addPart(upload, part.index(), part.digest().orElseThrow(), part.length());
  }

  private static Optional<StoredPart> named(StoredPart there, Optional<StoredPart> known) {
    return there.digest().isPresent()
        ? Optional.of(there)
        : known.filter(one -> one.length() == there.length());
  }

  /** What is there of a session, as far as parts came through this server. */
  UploadRows.Amount amount(UploadRow upload) {
    return in(upload.key().workspace(), () -> uploads.amount(upload));
  }

  Optional<UploadRow> underWay(BlobKey key) {
    return in(key.workspace(), () -> uploads.open(key));
  }

  /**
   * A device gives up sending. When no other one means to go on, so does the session.
   *
   * @return whether it is over
   */
  boolean giveUp(UploadRow upload, DeviceId device) {
    boolean isClaimed =
        in(
            upload.key().workspace(),
            () -> {
              uploads.disclaim(upload, device);
              return uploads.isClaimed(upload);
            });
    if (!isClaimed && upload.isOpen()) {
      end(upload);
    }
    return !isClaimed;
  }

  /** Ends a session; what came of it is thrown away. */
  void end(UploadRow upload) {
    givenUp(upload);
    place.get().abort(upload.upload());
  }

  private void givenUp(UploadRow upload) {
    in(
        upload.key().workspace(),
        () -> {
          uploads.forgetParts(upload);
          uploads.end(upload, UploadRow.State.GIVEN_UP);
          return upload;
        });
    begun.forget(upload.id());
  }

  /** What came of parts that were cut off, as far as it is on this server. */
  List<StoredPart> begun(UploadRow upload) {
    return begun.of(upload.id());
  }
}
