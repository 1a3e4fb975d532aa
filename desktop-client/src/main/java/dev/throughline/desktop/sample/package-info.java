/**
 * The sample workspace: three made-up interviews that show a new person what the desktop is for.
 * Its records are like all others but for their workspace, which no server and no export ever sees.
 */
@NullMarked
package dev.throughline.desktop.sample;

import org.jspecify.annotations.NullMarked;
