/** Recordings of interviews: made here, listed, heard; what consent allows decides. */
@NullMarked
package dev.throughline.desktop.recording;

import org.jspecify.annotations.NullMarked;
