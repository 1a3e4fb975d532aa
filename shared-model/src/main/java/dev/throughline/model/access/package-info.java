/** Who may read and write what: one table, asked by the server and explained by the desktop. */
@NullMarked
package dev.throughline.model.access;

import org.jspecify.annotations.NullMarked;
