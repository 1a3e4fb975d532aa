/** What is written down of what happened, how it is chained, and how a package of it is checked. */
@NullMarked
package dev.throughline.model.audit;

import org.jspecify.annotations.NullMarked;
