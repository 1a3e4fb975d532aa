/** Sound as samples: reading, decoding, drawing and playing it. */
@NullMarked
package dev.throughline.desktop.sound;

import org.jspecify.annotations.NullMarked;
