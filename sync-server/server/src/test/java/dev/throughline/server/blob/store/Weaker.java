package dev.throughline.server.blob.store;

import dev.throughline.model.blob.BlobManifest;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A store behind which a service stands that cannot do all that the real one can. */
record Weaker(BlobStore store, Set<Capability> lacking) implements BlobStore {
  @Override
  public Set<Capability> capabilities() {
    Set<Capability> all = new HashSet<>(store.capabilities());
    all.removeAll(lacking);
    return all;
  }

  @Override
  public Upload begin(BlobKey key, UUID id) {
    return store.begin(key, id);
  }

  @Override
  public PartPut put(Upload upload, int index, String digest, InputStream body) {
    return store.put(upload, index, digest, body);
  }

  @Override
  public List<StoredPart> parts(Upload upload) {
    return store.parts(upload);
  }

  @Override
  public Completion complete(Upload upload, BlobManifest manifest, boolean isFirst) {
    return store.complete(upload, manifest, isFirst);
  }

  @Override
  public void abort(Upload upload) {
    store.abort(upload);
  }

  @Override
  public List<BlobVersion> versions(BlobKey key) {
    return store.versions(key);
  }

  @Override
  public Optional<StoredObject> find(BlobVersion version) {
    return store.find(version);
  }

  @Override
  public InputStream read(BlobVersion version, long from, long length) {
    return store.read(version, from, length);
  }

  @Override
  public void keep(BlobVersion version, LockMode mode, Instant until) {
    store.keep(version, mode, until);
  }

  @Override
  public void hold(BlobVersion version, boolean isHeld) {
    store.hold(version, isHeld);
  }

  @Override
  public Deletion delete(BlobVersion version) {
    return store.delete(version);
  }

  @Override
  public Optional<Ticket> partTicket(
      Upload upload, int index, String digest, int length, Instant until) {
    return store.partTicket(upload, index, digest, length, until);
  }

  @Override
  public Ticket readTicket(BlobVersion version, Instant until) {
    return store.readTicket(version, until);
  }

  @Override
  public Optional<TicketUse> redeem(String token) {
    return store.redeem(token);
  }
}
