/**
 * Pushes what waits, pulls what others wrote, and says in plain words how it stands. Knows no
 * feature and no JavaFX.
 */
@NullMarked
package dev.throughline.desktop.sync;

import org.jspecify.annotations.NullMarked;
