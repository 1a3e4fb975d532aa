/** What both sides know of transcripts and their segments. */
@NullMarked
package dev.throughline.model.transcript;

import org.jspecify.annotations.NullMarked;
