package dev.throughline.desktop.idea;

import dev.throughline.desktop.command.Permissions;
import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.comment.CommentParts;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.outbox.Surroundings;
import javafx.beans.value.ObservableValue;

/**
 * What lists and pages of ideas work with.
 *
 * @param hasServer whether there is a server that may not have all of it yet
 */
public record IdeaParts(
    Ideas ideas,
    IdeaList list,
    InterviewList interviews,
    Rulings rulings,
    Steps steps,
    CommentParts comments,
    Permissions permissions,
    ObservableValue<Boolean> hasServer,
    Surroundings around) {}
