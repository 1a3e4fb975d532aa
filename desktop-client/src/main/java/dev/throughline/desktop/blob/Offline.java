package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Background;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Gets what somebody wants to have offline, all of it, before they need it. One thread works. */
final class Offline {
  private final RecordingBook book;
  private final Fetcher fetcher;
  private final PartCache cache;
  private final Background background;
  private final Runnable told;

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

  /** Works until all is here, or {@code goesOn} says no, or something is in the way. */
  Turn round(BooleanSupplier goesOn) {
    for (BlobKey key : cache.pinned()) {
      try {
        Optional<Recording> recording = book.find(key.record());
        if (recording.isPresent() && goesOn.getAsBoolean()) {
          Optional<Wanted> wanted = fetcher.wanted(recording.get(), key.role(), Duration.ZERO);
          if (wanted.isPresent()) {
            fetch(wanted.get(), goesOn);
          }
        }
      } catch (SoundElsewhere e) {
        if (e.why() == SoundElsewhere.Why.AWAY) {
          return new Turn.Away(0);
        }
      } catch (IOException _) {
        return new Turn.Later(Uploads.IDLE_MILLIS);
      }
    }
    return new Turn.Later(Uploads.IDLE_MILLIS);
  }

  private void fetch(Wanted wanted, BooleanSupplier goesOn) throws IOException {
    AtomicReference<Optional<IOException>> trouble = new AtomicReference<>(Optional.empty());
    Lanes.run(
        background,
        missing(wanted),
        index -> {
          try {
            fetcher.content(wanted, index, Duration.ZERO);
            told.run();
            return goesOn.getAsBoolean() && cache.has(wanted.key(), index);
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
