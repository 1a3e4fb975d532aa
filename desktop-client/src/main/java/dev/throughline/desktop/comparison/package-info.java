/**
 * Shows what undo left alone because somebody changed it since: before, mine and now, field by
 * field, and puts a value back when the person asks for exactly that.
 */
@NullMarked
package dev.throughline.desktop.comparison;

import org.jspecify.annotations.NullMarked;
