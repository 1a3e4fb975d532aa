/**
 * Find everywhere: one field over everything people wrote and what was said, and the way from a hit
 * to its place. Asks {@code search}; owns no data.
 */
@NullMarked
package dev.throughline.desktop.find;

import org.jspecify.annotations.NullMarked;
