/**
 * Interview guides: the topics of a study or of one interview, written and put in order, and ticked
 * while people talk.
 */
@NullMarked
package dev.throughline.desktop.guide;

import org.jspecify.annotations.NullMarked;
