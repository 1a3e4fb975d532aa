/** The whole workspace as one versioned, loss-free JSON file, out and in again. */
@NullMarked
package dev.throughline.desktop.exchange;

import org.jspecify.annotations.NullMarked;
