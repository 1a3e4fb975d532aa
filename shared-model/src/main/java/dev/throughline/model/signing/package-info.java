/** Documents that are signed: read strictly, written in one way only, wrapped, verified. */
@NullMarked
package dev.throughline.model.signing;

import org.jspecify.annotations.NullMarked;
