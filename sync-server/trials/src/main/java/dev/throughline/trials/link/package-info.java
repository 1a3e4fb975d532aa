/** A link between a desktop and a server that is as slow, as far and as unruly as a trial wants. */
@NullMarked
package dev.throughline.trials.link;

import org.jspecify.annotations.NullMarked;
