/**
 * What both sides know of the people of a workspace: who they are, which studies they may see, and
 * what was rescued of somebody's work when their access to a study ended.
 */
@NullMarked
package dev.throughline.model.people;

import org.jspecify.annotations.NullMarked;
