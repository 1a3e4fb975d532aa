/**
 * Trials of the whole product from outside: the tour, torture runs and the demo. The only place
 * that sees the desktop and the server together; never shipped.
 */
@NullMarked
package dev.throughline.trials;

import org.jspecify.annotations.NullMarked;
