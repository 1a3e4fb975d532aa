/** Scorecards: formulas over named inputs, computed in exact decimals. */
@NullMarked
package dev.throughline.model.score;

import org.jspecify.annotations.NullMarked;
