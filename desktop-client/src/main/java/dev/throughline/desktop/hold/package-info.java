/**
 * The legal holds of the workspace as the server keeps them, and the two people each step takes.
 */
@NullMarked
package dev.throughline.desktop.hold;

import org.jspecify.annotations.NullMarked;
