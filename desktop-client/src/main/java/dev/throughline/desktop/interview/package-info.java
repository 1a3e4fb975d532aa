/** Interviews on the desktop: what people do with them, and the session page that shows one. */
@NullMarked
package dev.throughline.desktop.interview;

import org.jspecify.annotations.NullMarked;
