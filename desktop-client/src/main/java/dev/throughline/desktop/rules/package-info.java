/** The rules of signing: as they count, what waits, and how another version is proposed. */
@NullMarked
package dev.throughline.desktop.rules;

import org.jspecify.annotations.NullMarked;
