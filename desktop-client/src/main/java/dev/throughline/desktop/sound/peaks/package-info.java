/** The wave of a recording at every zoom, kept so that nothing is decoded to draw it. */
@NullMarked
package dev.throughline.desktop.sound.peaks;

import org.jspecify.annotations.NullMarked;
