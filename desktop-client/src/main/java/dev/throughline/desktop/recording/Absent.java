package dev.throughline.desktop.recording;

import dev.throughline.desktop.blob.BlobState;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Recordings of an interview that cannot be heard here now.
 *
 * @param state where the first of them is
 * @param sentence what to do
 * @param held says that it is on legal hold, if it is known to be
 */
public record Absent(BlobState state, String sentence, Supplier<Optional<String>> held) {}
