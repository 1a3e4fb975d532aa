/**
 * Who is in the team and which studies they may see: read from records, changed by grants. Shown on
 * the page of a study and in Settings.
 */
@NullMarked
package dev.throughline.desktop.people;

import org.jspecify.annotations.NullMarked;
