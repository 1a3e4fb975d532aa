package dev.throughline.desktop.recording;

import dev.throughline.desktop.blob.BlobState;

/**
 * Recordings of an interview that cannot be heard here now.
 *
 * @param state where the first of them is
 * @param sentence what to do
 */
public record Absent(BlobState state, String sentence) {}
