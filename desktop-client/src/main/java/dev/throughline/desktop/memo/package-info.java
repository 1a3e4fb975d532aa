/** Notes: writing them so that nothing typed is lost. */
@NullMarked
package dev.throughline.desktop.memo;

import org.jspecify.annotations.NullMarked;
