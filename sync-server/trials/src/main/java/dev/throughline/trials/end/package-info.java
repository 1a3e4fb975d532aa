/** What happens to processes that trials have started when the trial itself is ended. */
@NullMarked
package dev.throughline.trials.end;

import org.jspecify.annotations.NullMarked;
