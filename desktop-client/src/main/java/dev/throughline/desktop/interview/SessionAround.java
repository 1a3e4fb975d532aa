package dev.throughline.desktop.interview;

import dev.throughline.desktop.comment.CommentParts;
import dev.throughline.desktop.consent.ConsentParts;
import dev.throughline.desktop.guide.GuideParts;

/** What stands around notes and transcript on a session page. */
public record SessionAround(
    GuideParts guide, ConsentParts consent, CommentParts comments, ResumePoints resume) {}
