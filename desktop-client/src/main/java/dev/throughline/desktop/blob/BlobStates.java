package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.BlobState.Where;
import dev.throughline.desktop.blob.BlobState.Why;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Says where the originals of recordings are. Any thread. */
final class BlobStates {
  private static final int ALL = 100;
  private static final int SAMPLE_BYTES = 2;

  private final Uploads uploads;
  private final Supplier<Optional<BlobTransport>> way;
  private final Map<RecordId, Standing> asked = new ConcurrentHashMap<>();
  private volatile boolean isAway;

  BlobStates(Uploads uploads, Supplier<Optional<BlobTransport>> way) {
    this.uploads = uploads;
    this.way = way;
  }

  /** Notes whether the server answers; whether that is new. */
  boolean setAway(boolean away) {
    boolean isNew = isAway != away;
    isAway = away;
    return isNew;
  }

  /** What another server said does not count any more. */
  void forget() {
    asked.clear();
    isAway = false;
  }

  BlobState of(Recording recording) {
    return uploads
        .find(new BlobKey(recording.id(), BlobRole.ORIGINAL))
        .map(this::own)
        .orElseGet(() -> others(recording, Optional.ofNullable(asked.get(recording.id()))));
  }

  private BlobState own(Upload upload) {
    BlobState state = upload.state();
    if (!isUnderWay(state)) {
      return state;
    }
    if (way.get().isEmpty() && upload.progress().percent() == 0) {
      return new BlobState.HereOnly();
    }
    return why(upload)
        .map(its -> (BlobState) new BlobState.Waiting(its, upload.progress().percent()))
        .orElse(state);
  }

  private static boolean isUnderWay(BlobState state) {
    return state instanceof BlobState.Sending || state instanceof BlobState.HereOnly;
  }

  /** Why a blob is not being sent now; empty while it is. */
  Optional<Why> why(Upload upload) {
    BlobState state = upload.state();
    if (state instanceof BlobState.Waiting(Why own, int _)) {
      return Optional.of(own);
    }
    if (state.equals(new BlobState.Damaged(Where.HERE))) {
      return Optional.of(Why.DAMAGED_HERE);
    }
    if (!isUnderWay(state)) {
      return Optional.empty();
    }
    return way.get().isEmpty() ? Optional.of(Why.NO_SERVER) : held(upload.key());
  }

  /** Why a blob does not travel now, either way, though there is a server. */
  Optional<Why> held(BlobKey key) {
    if (uploads.isPaused()) {
      return Optional.of(Why.PAUSED);
    }
    return uploads.isMetered() && key.role() == BlobRole.ORIGINAL
        ? Optional.of(Why.METERED)
        : Optional.of(Why.AWAY).filter(_ -> isAway);
  }

  BlobState ask(Recording recording) {
    BlobKey key = new BlobKey(recording.id(), BlobRole.ORIGINAL);
    Optional<BlobTransport> to = way.get();
    if (uploads.find(key).isEmpty()
        && to.isPresent()
        && to.get().standing(key) instanceof Reply.Ok<Standing>(Standing standing)) {
      asked.put(recording.id(), standing);
    }
    return of(recording);
  }

  private static BlobState others(Recording recording, Optional<Standing> said) {
    if (said.isEmpty()) {
      // A record names its original once all of it has come to the server.
      return recording.original().isEmpty()
          ? new BlobState.Elsewhere(OptionalInt.empty())
          : new BlobState.OnServer();
    }
    Standing standing = said.get();
    return switch (standing.state()) {
      case VERIFIED, COMPLETE -> new BlobState.OnServer();
      case DAMAGED -> new BlobState.Damaged(Where.SERVER);
      case ABSENT, DELETED -> new BlobState.Elsewhere(OptionalInt.of(0));
      case SENDING -> elsewhere(standing.bytesThere(), standing.size());
      case GROWING -> elsewhere(standing.bytesThere(), bytes(recording));
    };
  }

  /** About how large it gets; 0 while it goes on. */
  static long bytes(Recording recording) {
    return recording.millis() * recording.rate() / 1_000 * recording.channels() * SAMPLE_BYTES;
  }

  private static BlobState elsewhere(long there, long all) {
    return new BlobState.Elsewhere(
        all == 0 ? OptionalInt.empty() : OptionalInt.of(Math.clamp(there * ALL / all, 0, ALL)));
  }
}
