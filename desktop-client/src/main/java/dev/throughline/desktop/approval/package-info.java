/** Signing what was submitted: the key of this device, what is signed, and who has signed. */
@NullMarked
package dev.throughline.desktop.approval;

import org.jspecify.annotations.NullMarked;
