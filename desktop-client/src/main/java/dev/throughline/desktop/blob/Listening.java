package dev.throughline.desktop.blob;

import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds the best sound there is of a recording.
 *
 * @param mayFetch whether originals may be fetched now
 * @param patience how long somebody who listens waits while the server is away
 */
record Listening(
    RecordingBook book,
    Originals originals,
    Fetcher fetcher,
    PartCache cache,
    Heard heard,
    BooleanSupplier mayFetch,
    Duration patience) {
  /** As {@link Blobs#open}. */
  Optional<PcmReader> open(Recording recording) throws IOException {
    Optional<byte[]> secret = book.secret(recording);
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    Optional<SealedSound> here = originals.sound(recording, secret.get());
    if (here.isPresent()) {
      return Optional.of(here.get());
    }
    Optional<Wanted> original = original(recording);
    boolean isSamples =
        recording.state() != RecordingState.IMPORTED
            && recording.channels() > 0
            && recording.rate() > 0;
    if (original.isPresent() && isSamples) {
      PcmForm form = new PcmForm(recording.rate(), recording.channels());
      cache.touch(original.get().key());
      return Optional.of(new FetchedPcm(fetcher, original.get(), form, patience));
    }
    Optional<Wanted> file = fetcher.wanted(recording, BlobRole.PROXY, patience).or(() -> original);
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(heard.open(recording, file.get(), secret.get(), patience));
  }

  /** Over a network that costs money only what is here already. */
  private Optional<Wanted> original(Recording recording) throws IOException {
    try {
      Optional<Wanted> wanted = fetcher.wanted(recording, BlobRole.ORIGINAL, patience);
      return wanted.filter(
          its ->
              cache.bytes(its.key()) >= its.manifest().size()
                  || recording.proxy().isEmpty()
                  || mayFetch.getAsBoolean());
    } catch (SoundElsewhere e) {
      if (recording.proxy().isEmpty()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** As {@link Blobs#small}. */
  boolean small(Recording recording, PcmTarget target) throws IOException {
    Optional<Wanted> file = fetcher.wanted(recording, BlobRole.PROXY, Duration.ZERO);
    return file.isPresent()
        && heard.pour(recording, file.get(), book.secret(recording).orElseThrow(), target);
  }
}
