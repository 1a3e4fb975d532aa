/**
 * Recording an interview so that no second of it is lost: sound goes sealed to disk within a
 * second, what a crash left is put in order, and what is safe can be heard and sent while it grows.
 */
@NullMarked
package dev.throughline.desktop.capture;

import org.jspecify.annotations.NullMarked;
