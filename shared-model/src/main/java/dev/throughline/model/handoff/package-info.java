/** What a team hands over to production, and what must hold before it may. */
@NullMarked
package dev.throughline.model.handoff;

import org.jspecify.annotations.NullMarked;
