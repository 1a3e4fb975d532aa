/** Transcripts on the desktop: importing files and editing segments. */
@NullMarked
package dev.throughline.desktop.transcript;

import org.jspecify.annotations.NullMarked;
