/**
 * The devices by which somebody works with a workspace: which came when, what waits on them, and
 * signing one of them out. Shown in Settings.
 */
@NullMarked
package dev.throughline.desktop.device;

import org.jspecify.annotations.NullMarked;
