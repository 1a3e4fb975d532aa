/** Recordings on their way, and what of them lies on this computer, as people see and steer it. */
@NullMarked
package dev.throughline.desktop.travel;

import org.jspecify.annotations.NullMarked;
