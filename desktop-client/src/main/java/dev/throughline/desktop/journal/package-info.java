/**
 * The journal: sealed, fsynced, append-only; the only durable copy of unsent work. Knows nothing of
 * H2 or the network.
 */
@NullMarked
package dev.throughline.desktop.journal;

import org.jspecify.annotations.NullMarked;
