/**
 * What every command has beside its effect: for now, how it is taken back. Knows the store, no
 * feature and no control.
 */
@NullMarked
package dev.throughline.desktop.command;

import org.jspecify.annotations.NullMarked;
