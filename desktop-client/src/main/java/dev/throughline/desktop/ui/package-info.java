/**
 * What every screen is made of: theme, texts, icons and small controls. Knows no feature, no store
 * and no thread but the one of the scene; looks live in the style sheets beside it.
 */
@NullMarked
package dev.throughline.desktop.ui;

import org.jspecify.annotations.NullMarked;
