/** What both sides know of interviews. */
@NullMarked
package dev.throughline.model.interview;

import org.jspecify.annotations.NullMarked;
