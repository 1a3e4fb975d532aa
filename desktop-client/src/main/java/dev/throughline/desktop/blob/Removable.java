package dev.throughline.desktop.blob;

import dev.throughline.model.recording.Recording;

/**
 * A recording whose original may go from this computer, as far as this computer knows.
 *
 * @param bytes its original takes here
 */
public record Removable(Recording recording, long bytes) {}
