/**
 * The trash: what is in it, who put it there, and the way back. Nothing is ever deleted here for
 * good.
 */
@NullMarked
package dev.throughline.desktop.trash;

import org.jspecify.annotations.NullMarked;
