package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.BlobState.Why;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says what goes to the server and comes from there, and why something waits. Any thread. */
public final class Traffic {
  private final RecordingBook book;
  private final Uploads uploads;
  private final BlobStates states;
  private final Offline offline;
  private final PartCache cache;
  private final Supplier<Optional<BlobTransport>> way;

  Traffic(
      RecordingBook book,
      Uploads uploads,
      BlobStates states,
      Offline offline,
      PartCache cache,
      Supplier<Optional<BlobTransport>> way) {
    this.book = book;
    this.uploads = uploads;
    this.states = states;
    this.offline = offline;
    this.cache = cache;
    this.way = way;
  }

  /** Everything that is not where it goes yet, in the order it travels. Reads the store. */
  public List<OnTheWay> list() {
    List<OnTheWay> all = new ArrayList<>();
    for (Upload upload : uploads.underWay()) {
      book.find(upload.key().record()).ifPresent(its -> all.add(going(upload, its)));
    }
    for (BlobKey key : cache.pinned()) {
      book.find(key.record()).flatMap(its -> coming(key, its)).ifPresent(all::add);
    }
    return all;
  }

  private OnTheWay going(Upload upload, Recording recording) {
    BlobKey key = upload.key();
    long about = key.role() == BlobRole.ORIGINAL ? BlobStates.bytes(recording) : 0;
    long size = upload.progress().bytes() == 0 ? about : upload.progress().bytes();
    Optional<Why> why = states.why(upload);
    if (why.isEmpty() && book.secret(recording).isEmpty()) {
      why = Optional.of(Why.NO_KEY);
    }
    return new OnTheWay(key.record(), key.role(), true, upload.progress().bytesThere(), size, why);
  }

  private Optional<OnTheWay> coming(BlobKey key, Recording recording) {
    Optional<BlobManifest> manifest = cache.manifest(key, key.role().namedIn(recording));
    long size = manifest.map(BlobManifest::size).orElse(0L);
    long there = cache.bytes(key);
    if (size > 0 && there >= size) {
      return Optional.empty();
    }
    return Optional.of(
        new OnTheWay(key.record(), key.role(), false, there, size, whyNot(key, recording)));
  }

  private Optional<Why> whyNot(BlobKey key, Recording recording) {
    if (book.secret(recording).isEmpty()) {
      return Optional.of(Why.NO_KEY);
    }
    if (way.get().isEmpty()) {
      return Optional.of(Why.NO_SERVER);
    }
    return states.held(key).or(() -> offline.trouble(key));
  }
}
