/**
 * Power cuts under the real journal and the real H2: a disk in memory that keeps apart what was
 * forced from what was only written, and at a cut loses, tears and reorders the rest.
 */
@NullMarked
package dev.throughline.trials.power;

import org.jspecify.annotations.NullMarked;
