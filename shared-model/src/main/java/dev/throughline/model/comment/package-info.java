/** What both sides know of comments: what colleagues say to each other about a record. */
@NullMarked
package dev.throughline.model.comment;

import org.jspecify.annotations.NullMarked;
