/**
 * Journal, store and log in memory, with the durability of real disks: what was not forced may be
 * gone after a crash. The simulator runs the real core over them; contract tests hold them to the
 * real ones.
 */
@NullMarked
package dev.throughline.trials.memory;

import org.jspecify.annotations.NullMarked;
