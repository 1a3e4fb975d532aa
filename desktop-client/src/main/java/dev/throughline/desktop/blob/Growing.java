package dev.throughline.desktop.blob;

import dev.throughline.model.id.RecordId;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Tells of what is being recorded on this computer now. Any thread. */
@FunctionalInterface
public interface Growing {
  /** Nothing is recorded. */
  Growing NONE = _ -> Optional.empty();

  /** How many frames of a recording are on disk by now; empty when it is not being made. */
  Optional<LongSupplier> safeFrames(RecordId recording);
}
