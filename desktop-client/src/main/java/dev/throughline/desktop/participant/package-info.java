/** Participants on the desktop: who was and will be interviewed, by pseudonym. */
@NullMarked
package dev.throughline.desktop.participant;

import org.jspecify.annotations.NullMarked;
