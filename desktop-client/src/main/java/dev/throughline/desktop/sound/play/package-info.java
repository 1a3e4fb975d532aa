/** Plays samples: at any speed with the pitch kept, in loops, from any place at once. */
@NullMarked
package dev.throughline.desktop.sound.play;

import org.jspecify.annotations.NullMarked;
