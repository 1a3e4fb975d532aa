/** What was signed and goes out: how far it is, what its checks say, and how it is taken back. */
@NullMarked
package dev.throughline.desktop.release;

import org.jspecify.annotations.NullMarked;
