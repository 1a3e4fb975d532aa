/**
 * The whole workspace in formats any program reads, as a folder or a ZIP archive, and the way back.
 * The workspace file in it is the truth; pages and tables are there to be read. Knows records and
 * the store, no feature and no control.
 */
@NullMarked
package dev.throughline.desktop.exchange.open;

import org.jspecify.annotations.NullMarked;
