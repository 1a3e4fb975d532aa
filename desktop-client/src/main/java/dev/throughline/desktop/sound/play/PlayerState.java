package dev.throughline.desktop.sound.play;

import java.util.Optional;

/**
 * What a player does now.
 *
 * @param position the frame of the source that is heard, or would be next
 * @param frames how many the source has
 * @param trouble why the last wish to play came to nothing
 */
public record PlayerState(
    boolean isPlaying,
    long position,
    long frames,
    double speed,
    double volume,
    Optional<PlayRange> loop,
    Optional<PlayTrouble> trouble) {}
