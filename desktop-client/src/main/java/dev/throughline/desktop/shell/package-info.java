/**
 * The window around the places: top bar, rail, centre, context panel, status bar, keys. Knows the
 * places only as names with a view; what they do is their own.
 */
@NullMarked
package dev.throughline.desktop.shell;

import org.jspecify.annotations.NullMarked;
