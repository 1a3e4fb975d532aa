/** The seams to the machine: clock, ids, threads, folders, atomic files. Knows no feature. */
@NullMarked
package dev.throughline.desktop.platform;

import org.jspecify.annotations.NullMarked;
