/**
 * The sync core: operations, outcomes, messages, merging and replay. Pure functions; no clock, no
 * I/O, no encoding.
 */
@NullMarked
package dev.throughline.model.sync;

import org.jspecify.annotations.NullMarked;
