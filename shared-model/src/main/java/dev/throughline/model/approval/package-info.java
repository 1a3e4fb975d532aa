/** Who signs a handoff with which key, what a vote must be, and what has been decided. */
@NullMarked
package dev.throughline.model.approval;

import org.jspecify.annotations.NullMarked;
