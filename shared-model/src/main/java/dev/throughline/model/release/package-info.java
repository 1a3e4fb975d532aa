/** What becomes of a packet that everybody signed: registered, tested, verified or taken back. */
@NullMarked
package dev.throughline.model.release;

import org.jspecify.annotations.NullMarked;
