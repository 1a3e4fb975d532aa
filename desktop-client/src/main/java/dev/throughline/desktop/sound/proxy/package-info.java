/** The small copy of a recording: Opus in Ogg, for quick sync. */
@NullMarked
package dev.throughline.desktop.sound.proxy;

import org.jspecify.annotations.NullMarked;
