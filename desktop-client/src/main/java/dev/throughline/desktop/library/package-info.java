/**
 * The library: every interview as a table, what narrows it, and the door through which files come
 * in and the workspace goes out. Opening and editing an interview is the session's business.
 */
@NullMarked
package dev.throughline.desktop.library;

import org.jspecify.annotations.NullMarked;
