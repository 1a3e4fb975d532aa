/** What both sides know of participants, who appear by pseudonym only. */
@NullMarked
package dev.throughline.model.participant;

import org.jspecify.annotations.NullMarked;
