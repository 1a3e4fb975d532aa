/**
 * The palette: one field that finds commands, interviews, studies, people, settings and what was
 * said. Knows things only by their names and by how they open; what they are is told by {@code
 * app}.
 */
@NullMarked
package dev.throughline.desktop.palette;

import org.jspecify.annotations.NullMarked;
