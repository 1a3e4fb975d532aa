/** Studies on the desktop. */
@NullMarked
package dev.throughline.desktop.study;

import org.jspecify.annotations.NullMarked;
