package dev.throughline.desktop.study;

import dev.throughline.desktop.comment.CommentParts;
import dev.throughline.desktop.guide.GuideParts;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.people.AccessParts;

/** What pages of studies work with. */
public record StudyParts(
    Studies studies,
    InterviewList list,
    GuideParts guide,
    AccessParts access,
    CommentParts comments) {}
