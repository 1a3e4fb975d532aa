/**
 * What is kept and said when the program itself fails: a start that cannot go on, and crashes.
 * Reports are written on this computer only and hold names of classes, never words of people.
 */
@NullMarked
package dev.throughline.desktop.failure;

import org.jspecify.annotations.NullMarked;
