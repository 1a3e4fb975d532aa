/** Recordings of interviews, the keys they are sealed under, and the marks in them. */
@NullMarked
package dev.throughline.model.recording;

import org.jspecify.annotations.NullMarked;
