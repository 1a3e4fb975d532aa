/** What both sides know of studies. */
@NullMarked
package dev.throughline.model.study;

import org.jspecify.annotations.NullMarked;
