/**
 * Where the desktop is put together: the entry point, the composition root, settings and the
 * commands for scripts. The only package that says new to adapters.
 */
@NullMarked
package dev.throughline.desktop.app;

import org.jspecify.annotations.NullMarked;
