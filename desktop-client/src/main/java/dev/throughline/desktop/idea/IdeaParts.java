package dev.throughline.desktop.idea;

import dev.throughline.desktop.command.Permissions;
import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.comment.CommentParts;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.outbox.Surroundings;

/** What lists and pages of ideas work with. */
public record IdeaParts(
    Ideas ideas,
    IdeaList list,
    InterviewList interviews,
    Rulings rulings,
    Steps steps,
    CommentParts comments,
    Permissions permissions,
    Surroundings around) {}
