/**
 * The Sync place: how sync stands in words, what waits and why, which server this profile uses.
 * Watches the store and the sync loop; never pushes or merges itself.
 */
@NullMarked
package dev.throughline.desktop.outbox;

import org.jspecify.annotations.NullMarked;
