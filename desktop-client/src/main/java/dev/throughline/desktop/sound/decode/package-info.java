/** Sound files of others become samples, in a process of its own that may fail. */
@NullMarked
package dev.throughline.desktop.sound.decode;

import org.jspecify.annotations.NullMarked;
