package dev.throughline.server.blob.store;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blobs in a folder of this computer. Parts lie under their digests, once for each workspace; a
 * version is a small file that names them. Everything is on disk before it gets its name, so that
 * what is cut off is not there. Whoever may write the folder may delete what is held: the locks
 * bind this server.
 */
public final class FolderBlobStore implements BlobStore {
  private static final Logger log = LoggerFactory.getLogger(FolderBlobStore.class);
  private static final Duration LEFT_OVER = Duration.ofDays(1);
  private static final int KEY_BYTES = 32;
  private static final String TICKETS = "/blobs/v1/tickets/";

  private final Path root;
  private final Path incoming;
  private final InstantSource clock;
  private final TicketSeal seal;
  private final Map<WorkspaceId, Room> rooms = new ConcurrentHashMap<>();

  /** What lies in one workspace. */
  private record Room(FolderParts parts, FolderUploads uploads, FolderObjects objects) {
    Set<String> needed() {
      try {
        Set<String> all = new HashSet<>(uploads.needed());
        all.addAll(objects.needed());
        return all;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private FolderBlobStore(Path root, InstantSource clock, byte[] key) {
    this.root = root;
    this.incoming = root.resolve("incoming");
    this.clock = clock;
    this.seal = new TicketSeal(key, clock);
  }

  /**
   * Opens a folder, which is made if need be.
   *
   * @param random gives so many random bytes, for the key of tickets
   * @throws IOException when it cannot be read or written
   */
  public static FolderBlobStore open(Path root, InstantSource clock, IntFunction<byte[]> random)
      throws IOException {
    Durable.folder(root.resolve("incoming"));
    Path file = root.resolve("ticket.key");
    if (!Files.exists(file)) {
      // Of two processes that open it together, the first one's key is the key of both.
      Durable.writeNew(root.resolve("incoming"), file, random.apply(KEY_BYTES));
    }
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    FolderBlobStore store = new FolderBlobStore(root, clock, Files.readAllBytes(file));
    store.tidy();
    return store;
  }

  /**
   * Throws away what was cut off long ago, and puts back what was only put aside. Another process
   * may be at work in the same folder: what it takes away meanwhile is its own business.
   */
  private void tidy() throws IOException {
    Instant before = clock.instant().minus(LEFT_OVER);
    try (var files = Files.list(incoming)) {
      for (Path file : files.toList()) {
        if (isOlder(file, before)) {
          Files.deleteIfExists(file);
        }
      }
    }
    try (var folders = Files.list(root)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        new FolderParts(folder).mend();
      }
    }
  }

  private static boolean isOlder(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(
        Capability.ENFORCES_LOCKS,
        Capability.CHECKS_DIGESTS,
        Capability.CONDITIONAL_CREATE,
        Capability.PART_TICKETS,
        Capability.CHECKS_TICKETS,
        Capability.GIVEN_CLOCK);
  }

  private Room room(BlobKey key) {
    return rooms.computeIfAbsent(
        key.workspace(),
        id -> {
          Path folder = root.resolve(id.toString());
          return new Room(
              new FolderParts(folder),
              new FolderUploads(folder, incoming),
              new FolderObjects(folder, incoming));
        });
  }

  private <T> T answered(Work<T> work) {
    if (!Files.isDirectory(root)) {
      throw new StoreAway(new IOException("its folder is gone"));
    }
    try {
      return work.run();
    } catch (IOException e) {
      throw new StoreAway(e);
    } catch (UncheckedIOException e) {
      throw new StoreAway(e);
    }
  }

  @Override
  public Upload begin(BlobKey key, UUID id) {
    return answered(
        () -> {
          room(key).uploads().begin(key, id);
          return new Upload(key, id, id.toString());
        });
  }

  @Override
  public PartPut put(Upload upload, int index, String digest, InputStream body) {
    return answered(
        () -> {
          Room room = room(upload.key());
          if (!room.uploads().has(upload)) {
            return new PartPut.NoUpload();
          }
          Path half = Files.createTempFile(incoming, "part", "");
          try {
            return switch (PartFile.write(half, digest, body)) {
              case PartPut.Stored stored -> noted(room, upload, index, digest, half, stored);
              case PartPut refused -> refused;
            };
          } finally {
            Files.deleteIfExists(half);
          }
        });
  }

  /** Its bytes are made sure of after they are written down as needed; see FolderParts.sweep. */
  private PartPut noted(
      Room room, Upload upload, int index, String digest, Path half, PartPut.Stored stored)
      throws IOException {
    Optional<ObjectFile.Part> before = room.uploads().part(upload.id(), index);
    ObjectFile.Part part = new ObjectFile.Part(digest, Math.toIntExact(stored.length()));
    room.uploads().note(upload.id(), index, part);
    room.parts().add(half, digest);
    if (before.filter(one -> !one.digest().equals(digest)).isPresent()) {
      sweep(room, List.of(before.get().digest()));
    }
    return room.uploads().has(upload) ? stored : new PartPut.NoUpload();
  }

  /** One at a time, so that what one looks through another does not take away. */
  private synchronized void sweep(Room room, List<String> digests) throws IOException {
    try {
      room.parts().sweep(digests, room::needed);
    } catch (UncheckedIOException e) {
      log.warn("Parts that nothing may need stay: it cannot be read what is needed.", e);
    }
  }

  @Override
  public List<StoredPart> parts(Upload upload) {
    return answered(
        () -> {
          Room room = room(upload.key());
          List<StoredPart> parts = new ArrayList<>();
          if (room.uploads().has(upload)) {
            for (int index : room.uploads().indexes(upload.id())) {
              room.uploads()
                  .part(upload.id(), index)
                  .filter(part -> room.parts().has(part.digest()))
                  .map(part -> new StoredPart(index, part.length(), Optional.of(part.digest())))
                  .ifPresent(parts::add);
            }
          }
          return parts;
        });
  }

  @Override
  public synchronized Completion complete(Upload upload, BlobManifest manifest, boolean isFirst) {
    return answered(
        () -> {
          Room room = room(upload.key());
          if (!room.uploads().has(upload)) {
            return doneElse(room, upload, new Completion.NoUpload());
          }
          Optional<List<Integer>> missing = Parts.missing(manifest, parts(upload));
          return missing.isPresent()
              ? doneElse(room, upload, new Completion.Missing(missing.get()))
              : published(room, upload, manifest, isFirst);
        });
  }

  /** Parts go after the version is written down; so whoever misses one looks for it last. */
  private Completion doneElse(Room room, Upload upload, Completion refused) throws IOException {
    FolderObjects objects = room.objects();
    Optional<String> done = objects.from(upload.key(), objects.names(upload.key()), upload.id());
    return done.isPresent() ? done(room, upload, done.get()) : refused;
  }

  /** Another process may write the same version down; then the one that came first is it. */
  private Completion published(Room room, Upload upload, BlobManifest manifest, boolean isFirst)
      throws IOException {
    List<ObjectFile.Part> parts =
        IntStream.range(0, manifest.parts().size())
            .mapToObj(at -> new ObjectFile.Part(manifest.parts().get(at), manifest.length(at)))
            .toList();
    ObjectFile object = ObjectFile.of(upload.id().toString(), parts);
    while (true) {
      List<String> before = room.objects().names(upload.key());
      Optional<String> done = room.objects().from(upload.key(), before, upload.id());
      if (done.isPresent()) {
        return done(room, upload, done.get());
      }
      if (isFirst && !before.isEmpty()) {
        return new Completion.Taken(new BlobVersion(upload.key(), before.getLast()));
      }
      Optional<String> name = room.objects().add(upload.key(), before, object);
      if (name.isPresent()) {
        return done(room, upload, name.get());
      }
    }
  }

  private Completion done(Room room, Upload upload, String name) throws IOException {
    sweep(room, room.uploads().forget(upload.id()));
    return new Completion.Done(new BlobVersion(upload.key(), name));
  }

  @Override
  public synchronized void abort(Upload upload) {
    answered(
        () -> {
          Room room = room(upload.key());
          sweep(room, room.uploads().forget(upload.id()));
          return true;
        });
  }

  @Override
  public List<BlobVersion> versions(BlobKey key) {
    return answered(
        () ->
            room(key).objects().names(key).stream()
                .map(name -> new BlobVersion(key, name))
                .toList());
  }

  @Override
  public Optional<StoredObject> find(BlobVersion version) {
    return answered(
        () ->
            room(version.key())
                .objects()
                .read(version)
                .map(
                    its ->
                        new StoredObject(
                            version,
                            its.size(),
                            Optional.of(its.upload()),
                            its.keptUntil(),
                            its.isHeld())));
  }

  @Override
  public InputStream read(BlobVersion version, long from, long length) {
    return answered(
        () -> {
          Room room = room(version.key());
          ObjectFile object =
              room.objects().read(version).orElseThrow(() -> new IOException("no such version"));
          return new PartsInput(
              object.parts().stream()
                  .map(
                      part -> new PartsInput.Piece(room.parts().file(part.digest()), part.length()))
                  .toList(),
              from,
              length);
        });
  }

  @Override
  public synchronized void keep(BlobVersion version, LockMode mode, Instant until) {
    change(version, its -> its.kept(mode, until));
  }

  @Override
  public synchronized void hold(BlobVersion version, boolean isHeld) {
    change(version, its -> its.held(isHeld));
  }

  private void change(BlobVersion version, java.util.function.UnaryOperator<ObjectFile> change) {
    answered(
        () -> {
          FolderObjects objects = room(version.key()).objects();
          ObjectFile before =
              objects.read(version).orElseThrow(() -> new IOException("no such version"));
          ObjectFile after = change.apply(before);
          if (!after.equals(before)) {
            objects.replace(version, after);
          }
          return after;
        });
  }

  @Override
  public synchronized Deletion delete(BlobVersion version) {
    return answered(
        () -> {
          Room room = room(version.key());
          Optional<ObjectFile> object = room.objects().read(version);
          if (object.isEmpty()) {
            return new Deletion.Absent();
          }
          if (object.get().isHeld()) {
            return new Deletion.Held();
          }
          Optional<Instant> kept = object.get().keptUntil().filter(clock.instant()::isBefore);
          if (kept.isPresent()) {
            return new Deletion.Kept(kept.get());
          }
          room.objects().delete(version);
          sweep(room, object.get().parts().stream().map(ObjectFile.Part::digest).toList());
          return new Deletion.Done();
        });
  }

  @Override
  public Optional<Ticket> partTicket(
      Upload upload, int index, String digest, int length, Instant until) {
    String token = seal.seal(new TicketUse.PutPart(upload, index, digest), until);
    return Optional.of(new Ticket(TICKETS + token, Map.of(), until));
  }

  @Override
  public Ticket readTicket(BlobVersion version, Instant until) {
    return new Ticket(
        TICKETS + seal.seal(new TicketUse.ReadVersion(version), until), Map.of(), until);
  }

  @Override
  public Optional<TicketUse> redeem(String token) {
    return seal.open(token);
  }
}
