package dev.throughline.desktop.inbox;

import dev.throughline.desktop.comment.Talk;
import dev.throughline.model.id.RecordId;

/**
 * A comment that mentions or answers whoever looks at it.
 *
 * @param about the record it is about
 * @param name what that is called
 * @param kind what it is, with a capital
 * @param talk all that was said around it
 */
record MentionCase(
    RecordId comment,
    RecordId about,
    String name,
    String kind,
    String author,
    String text,
    boolean isMention,
    boolean isSettled,
    long atMillis,
    Talk talk) {}
