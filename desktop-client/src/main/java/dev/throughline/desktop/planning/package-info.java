/** Planning a session: who is to be met, when and where, in one line of a page. */
@NullMarked
package dev.throughline.desktop.planning;

import org.jspecify.annotations.NullMarked;
