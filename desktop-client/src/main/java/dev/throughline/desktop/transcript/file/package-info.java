/**
 * Turns a transcript file of any kind into turns, or into one sentence that says why not. Purely:
 * it must not know records, the store, the screen or the network, and nothing a file holds may make
 * it throw, hang or lose a word without saying so.
 */
@NullMarked
package dev.throughline.desktop.transcript.file;

import org.jspecify.annotations.NullMarked;
