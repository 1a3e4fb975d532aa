/** Typed identifiers. A bare UUID or String never stands in a signature where one of these fits. */
@NullMarked
package dev.throughline.model.id;

import org.jspecify.annotations.NullMarked;
