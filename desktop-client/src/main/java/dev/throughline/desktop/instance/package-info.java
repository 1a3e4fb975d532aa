/**
 * One window a profile: a second start hands its files to the window that is already open, over a
 * Unix domain socket that only the profile's owner can reach. Knows no feature and no JavaFX.
 */
@NullMarked
package dev.throughline.desktop.instance;

import org.jspecify.annotations.NullMarked;
