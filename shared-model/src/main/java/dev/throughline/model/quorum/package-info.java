/** Who has to agree, and whether enough have. */
@NullMarked
package dev.throughline.model.quorum;

import org.jspecify.annotations.NullMarked;
