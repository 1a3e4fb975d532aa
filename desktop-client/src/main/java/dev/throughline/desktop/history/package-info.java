/**
 * What happened to one record: who changed what from what to what, the versions that were kept
 * beside it, and the way back to any of them as an ordinary edit. The server tells it; offline the
 * page says so and shows what this computer has.
 */
@NullMarked
package dev.throughline.desktop.history;

import org.jspecify.annotations.NullMarked;
