package dev.throughline.desktop.transcript.file;

import java.util.OptionalLong;

/**
 * What one person said before another did, or one caption. The text is never blank, has no control
 * characters but tab and line feed, is well-formed Unicode and keeps to {@link TranscriptLimits}.
 *
 * @param speaker empty when the file does not say who spoke
 * @param startMillis from the start of the recording
 * @param endMillis never before the start
 */
public record Turn(String speaker, OptionalLong startMillis, OptionalLong endMillis, String text) {}
