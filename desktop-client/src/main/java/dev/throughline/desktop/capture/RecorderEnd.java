package dev.throughline.desktop.capture;

import java.util.Optional;

/**
 * How a recording ended.
 *
 * @param frames that are safe on disk
 * @param lostFrames that were taken up and could not be written
 * @param problem that ended it; empty when a person did or the sound was over
 */
public record RecorderEnd(long frames, long lostFrames, Optional<RecorderProblem> problem) {}
