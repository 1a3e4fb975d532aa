/**
 * What both sides know of interview guides: their topics, and which of them an interview covered.
 */
@NullMarked
package dev.throughline.model.topic;

import org.jspecify.annotations.NullMarked;
