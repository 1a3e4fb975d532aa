/**
 * Comments on any record and the people they mention: what a page shows of them, and the field they
 * are written in. Shown on the pages of sessions, studies and participants; the Inbox tells of
 * them.
 */
@NullMarked
package dev.throughline.desktop.comment;

import org.jspecify.annotations.NullMarked;
