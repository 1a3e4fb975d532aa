/**
 * Lucene's files, sealed: every block of every file is encrypted and authenticated, so that the
 * index tells nothing to whoever has the disk but not the profile's key. Knows no records.
 */
@NullMarked
package dev.throughline.desktop.search.disk;

import org.jspecify.annotations.NullMarked;
