/**
 * What both sides know of conflict records: the values a merge could not put in one field, with
 * their authors.
 */
@NullMarked
package dev.throughline.model.conflict;

import org.jspecify.annotations.NullMarked;
