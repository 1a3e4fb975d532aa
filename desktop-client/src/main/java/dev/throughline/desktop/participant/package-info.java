/** Participants on the desktop, by pseudonym. */
@NullMarked
package dev.throughline.desktop.participant;

import org.jspecify.annotations.NullMarked;
