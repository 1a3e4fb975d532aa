/**
 * Four guided steps on the real controls of the window, for a person's first two minutes. Shows
 * where to act and watches what was done; never acts itself and never stands in the way.
 */
@NullMarked
package dev.throughline.desktop.walkthrough;

import org.jspecify.annotations.NullMarked;
