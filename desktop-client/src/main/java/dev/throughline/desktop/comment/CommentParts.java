package dev.throughline.desktop.comment;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.people.Team;
import dev.throughline.desktop.store.LocalStore;

/** What comments on a page work with. */
public record CommentParts(
    Comments comments,
    Saying saying,
    Team team,
    UnsentComments unsent,
    Steps steps,
    LocalStore store,
    Surroundings around) {}
