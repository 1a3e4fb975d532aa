/**
 * Interviews, participants and notes as tables that spreadsheets read and write, both ways. Knows
 * records and the store, no feature and no control.
 */
@NullMarked
package dev.throughline.desktop.exchange.csv;

import org.jspecify.annotations.NullMarked;
