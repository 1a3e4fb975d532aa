package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.Recorder;
import dev.throughline.model.id.RecordId;

/**
 * The recording that is being made.
 *
 * @param who is heard, by pseudonym; may be empty
 * @param startedAt in milliseconds since 1970
 */
public record Live(
    RecordId recording, RecordId interview, String who, long startedAt, Recorder recorder) {}
