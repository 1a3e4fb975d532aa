/**
 * Recordings travel: what was recorded here goes to the server part by part, what lies there comes
 * when it is wanted, and nothing is let go here before the server has read it back.
 */
@NullMarked
package dev.throughline.desktop.blob;

import org.jspecify.annotations.NullMarked;
