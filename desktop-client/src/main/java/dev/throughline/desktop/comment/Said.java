package dev.throughline.desktop.comment;

import dev.throughline.model.comment.Comment;

/**
 * One comment as people see it.
 *
 * @param author as others call them
 * @param isYours whether the person who looks at it wrote it
 * @param isChangeable whether they may change it: their own, or any where nobody signs in
 * @param isForYou whether it mentions or answers them, and they have not settled it
 * @param isGone whether it was taken away; its answers are still there
 */
public record Said(
    Comment comment,
    String author,
    boolean isYours,
    boolean isChangeable,
    boolean isForYou,
    boolean isGone) {}
