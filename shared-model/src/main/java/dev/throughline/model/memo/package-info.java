/** What both sides know of memos: notes written during or about an interview. */
@NullMarked
package dev.throughline.model.memo;

import org.jspecify.annotations.NullMarked;
