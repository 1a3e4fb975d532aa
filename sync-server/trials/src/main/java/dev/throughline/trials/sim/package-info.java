/**
 * The simulator: desktops, servers and the network between them in one thread and in virtual time,
 * everything from one seed. The real core runs over journals, stores and a log in memory; a naive
 * model and the invariants of the protocol tell whether work was lost.
 */
@NullMarked
package dev.throughline.trials.sim;

import org.jspecify.annotations.NullMarked;
