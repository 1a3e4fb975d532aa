/**
 * The local store, in H2 behind ports: base, pending and view of every record. Rebuildable from the
 * journal and the server; never the only copy of anything.
 */
@NullMarked
package dev.throughline.desktop.store;

import org.jspecify.annotations.NullMarked;
