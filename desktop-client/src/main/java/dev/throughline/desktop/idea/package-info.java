/** Ideas: the board and the table of them, the page of one, and what each rests on. */
@NullMarked
package dev.throughline.desktop.idea;

import org.jspecify.annotations.NullMarked;
