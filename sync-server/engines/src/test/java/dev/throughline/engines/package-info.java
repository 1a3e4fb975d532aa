/** Tests of the engines, most of them against the real programs. */
@NullMarked
package dev.throughline.engines;

import org.jspecify.annotations.NullMarked;
