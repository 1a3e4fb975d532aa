package dev.throughline.desktop.travel;

import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.interview.RowSound.At;
import dev.throughline.desktop.interview.RowSound.Place;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where recordings are, for lists of thousands; asks neither disk nor server. Any thread. */
public final class Whereabouts implements AutoCloseable {
  /** Parts come in several times a second; a list need not follow each. */
  private static final Duration GATHER = Duration.ofSeconds(1);

  /** Questions to the server at one go. */
  private static final int ASKED_MAX = 20;

  private final Blobs blobs;
  private final Surroundings around;
  private final Runnable moved;
  private final AtomicBoolean isDue = new AtomicBoolean();
  private final Runnable deaf;
  private final Map<RecordId, Recording> elsewhere = new ConcurrentHashMap<>();
  private volatile boolean isClosed;

  /**
   * @param moved called on the UI thread a little after recordings moved
   */
  public Whereabouts(Blobs blobs, Surroundings around, Runnable moved) {
    this.blobs = blobs;
    this.around = around;
    this.moved = moved;
    this.deaf = blobs.onChange(this::soon);
  }

  private void soon() {
    if (!isDue.getAndSet(true)) {
      around.background().later(GATHER, () -> around.ui().run(this::tell));
    }
  }

  private void tell() {
    isDue.set(false);
    if (!isClosed) {
      moved.run();
    }
  }

  /**
   * Asks the server how far those are that other computers send, a few at a time. Blocks.
   *
   * @return whether there are any
   */
  public boolean askOthers() {
    elsewhere.values().stream().limit(ASKED_MAX).forEach(blobs::ask);
    return !elsewhere.isEmpty();
  }

  /** Where it is now, as far as this computer knows. */
  public At of(Recording recording) {
    At at = at(recording);
    if (at.place() == Place.ELSEWHERE) {
      elsewhere.put(recording.id(), recording);
    } else {
      elsewhere.remove(recording.id());
    }
    return at;
  }

  private At at(Recording recording) {
    if (blobs.shelf().isMadeHere(recording)) {
      return own(blobs.state(recording));
    }
    if (blobs.shelf().isHere(recording) || blobs.shelf().isOffline(recording)) {
      return new At(Place.HERE);
    }
    if (blobs.isWantedOffline(recording)) {
      return new At(Place.FETCHED, OptionalInt.of(blobs.shelf().percent(recording)));
    }
    return switch (blobs.state(recording)) {
      case BlobState.Elsewhere(OptionalInt percent) -> new At(Place.ELSEWHERE, percent);
      case BlobState.Damaged _ -> new At(Place.DAMAGED);
      default -> new At(Place.SERVER);
    };
  }

  private static At own(BlobState state) {
    return switch (state) {
      case BlobState.HereOnly _, BlobState.OnServer _ -> new At(Place.HERE);
      case BlobState.Sending(int percent) -> new At(Place.SENT, OptionalInt.of(percent));
      case BlobState.Arrived _ -> new At(Place.SENT, OptionalInt.of(100));
      case BlobState.Waiting(var why, int percent) ->
          why == BlobState.Why.NO_SERVER
              ? new At(Place.HERE)
              : new At(Place.SENT, OptionalInt.of(percent));
      case BlobState.Damaged _ -> new At(Place.DAMAGED);
      case BlobState.Elsewhere _ -> new At(Place.HERE);
    };
  }

  @Override
  public void close() {
    isClosed = true;
    deaf.run();
  }
}
