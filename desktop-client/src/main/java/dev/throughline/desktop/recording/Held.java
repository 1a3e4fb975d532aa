package dev.throughline.desktop.recording;

import dev.throughline.model.recording.Recording;
import java.util.Optional;
import java.util.function.Supplier;

/** Says of recordings whether they are on legal hold, as far as this computer knows. */
@FunctionalInterface
public interface Held {
  /** What stands by a recording while it is; looked up in the background, then asked anywhere. */
  Supplier<Optional<String>> of(Recording recording);
}
