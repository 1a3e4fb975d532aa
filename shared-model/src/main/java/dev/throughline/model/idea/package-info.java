/** What both sides know of ideas, and of what they rest on. */
@NullMarked
package dev.throughline.model.idea;

import org.jspecify.annotations.NullMarked;
