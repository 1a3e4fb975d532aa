/** Large content that does not travel as records: sealed, cut into parts, named by its digests. */
@NullMarked
package dev.throughline.model.blob;

import org.jspecify.annotations.NullMarked;
