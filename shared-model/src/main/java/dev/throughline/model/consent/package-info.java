/** What both sides know of consent: what a person allowed to be done with what they said. */
@NullMarked
package dev.throughline.model.consent;

import org.jspecify.annotations.NullMarked;
