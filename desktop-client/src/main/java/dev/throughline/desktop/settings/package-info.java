/**
 * The Settings place: looks, name, recovery code, where data lies, sample, export. Also the page
 * that asks for the recovery code before a profile can be opened. Keeps no setting itself.
 */
@NullMarked
package dev.throughline.desktop.settings;

import org.jspecify.annotations.NullMarked;
