/** Pages and packets of Ogg, read and written. */
@NullMarked
package dev.throughline.desktop.sound.ogg;

import org.jspecify.annotations.NullMarked;
