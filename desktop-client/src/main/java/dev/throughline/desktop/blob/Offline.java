package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.BlobState.Why;
import dev.throughline.desktop.platform.Background;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Gets what somebody wants to have offline, all of it, before they need it. One thread works. */
final class Offline {
  /** How long one part is tried for before everything waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final RecordingBook book;
  private final Fetcher fetcher;
  private final PartCache cache;
  private final Background background;
  private final Runnable told;
  private final Map<BlobKey, Why> troubles = new ConcurrentHashMap<>();

  /**
   * Gets nothing yet.
   *
   * @param told is called whenever more is here, on any thread
   */
  Offline(
      RecordingBook book, Fetcher fetcher, PartCache cache, Background background, Runnable told) {
    this.told = told;
    this.book = book;
    this.fetcher = fetcher;
    this.cache = cache;
    this.background = background;
  }

  /** What is got of a recording: the original, or the small copy while there is none. */
  Optional<Wanted> wanted(Recording recording) throws IOException {
    Optional<Wanted> original = fetcher.wanted(recording, BlobRole.ORIGINAL, Duration.ZERO);
    return original.isPresent()
        ? original
        : fetcher.wanted(recording, BlobRole.PROXY, Duration.ZERO);
  }

  /** Works until all is here, or {@code goesOn} says no, or something is in the way. */
  Turn round(Predicate<BlobKey> goesOn) {
    AtomicBoolean hasMoved = new AtomicBoolean();
    for (BlobKey key : cache.pinned()) {
      try {
        Optional<Recording> recording = book.find(key.record());
        if (recording.isPresent() && goesOn.test(key)) {
          Optional<Wanted> wanted = fetcher.wanted(recording.get(), key.role(), Duration.ZERO);
          if (wanted.isPresent()) {
            fetch(wanted.get(), () -> goesOn.test(key), hasMoved);
          }
          troubles.remove(key);
        }
      } catch (SoundElsewhere e) {
        note(key, why(e.why()));
        if (e.why() == SoundElsewhere.Why.AWAY) {
          return new Turn.Away(0, hasMoved.get());
        }
      } catch (IOException _) {
        note(key, Why.DISK);
        return new Turn.Later(Uploads.IDLE_MILLIS);
      }
    }
    return new Turn.Later(Uploads.IDLE_MILLIS);
  }

  private void note(BlobKey key, Why why) {
    if (troubles.put(key, why) != why) {
      told.run();
    }
  }

  /** Why a blob did not come when it was last tried. */
  Optional<Why> trouble(BlobKey key) {
    return Optional.ofNullable(troubles.get(key));
  }

  private static Why why(SoundElsewhere.Why why) {
    return switch (why) {
      case NO_SERVER -> Why.NO_SERVER;
      case AWAY -> Why.AWAY;
      case ABSENT -> Why.ABSENT;
      case DAMAGED, UNDECODED -> Why.DAMAGED;
      case OTHER_KEY -> Why.NO_KEY;
      case DISK -> Why.DISK;
    };
  }

  private void fetch(Wanted wanted, BooleanSupplier goesOn, AtomicBoolean hasMoved)
      throws IOException {
    AtomicReference<Optional<IOException>> trouble = new AtomicReference<>(Optional.empty());
    Narrow moving = new Narrow(Lanes.MOVING);
    Lanes.run(
        background,
        missing(wanted),
        index -> {
          try {
            fetcher.content(wanted, index, PATIENCE, moving);
            hasMoved.set(true);
            told.run();
            if (!cache.has(wanted.key(), index)) {
              throw new SoundElsewhere(SoundElsewhere.Why.DISK);
            }
            return goesOn.getAsBoolean();
          } catch (IOException e) {
            trouble.set(Optional.of(e));
            return false;
          }
        });
    Optional<IOException> found = Objects.requireNonNull(trouble.get());
    if (found.isPresent()) {
      throw found.get();
    }
  }

  private List<Integer> missing(Wanted wanted) {
    return IntStream.range(0, wanted.manifest().parts().size())
        .filter(index -> !cache.has(wanted.key(), index))
        .boxed()
        .toList();
  }

  /** How much of a blob is here, 0 to 100. */
  int percent(Wanted wanted) {
    int all = wanted.manifest().parts().size();
    return all == 0 ? 100 : (all - missing(wanted).size()) * 100 / all;
  }
}
