package dev.throughline.desktop.recording;

import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.util.Optional;

/** The sound of recordings, wherever it lies. Calls may wait for a server; not on the UI thread. */
public interface Sounds {
  /**
   * The best there is.
   *
   * @return empty when its key is not here, or nothing of it can be had
   * @throws IOException when it is there and cannot be read now
   */
  Optional<PcmReader> open(Recording recording) throws IOException;

  /**
   * Pours the small copy from its begin into a target, and keeps nothing of what is decoded.
   *
   * @return whether there is one, and all of it came
   * @throws IOException when it cannot be had now, or what the target threw
   */
  boolean small(Recording recording, PcmTarget target) throws IOException;

  /** Where it is. */
  BlobState ask(Recording recording);

  /** Where it is, as far as this computer knows; at once. */
  BlobState state(Recording recording);
}
