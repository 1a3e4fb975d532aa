package dev.throughline.desktop.people;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Level;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody of the team, or everybody, and how far they may look.
 *
 * @param person empty for everybody with a role
 * @param name as others call them
 * @param login by which the provider knows them
 * @param roles by their names on the wire; empty for somebody who never signed in
 * @param isRemoved whether they were removed from the workspace
 * @param given the level given for just this: one study, or all of them
 * @param general the level that comes from a grant for more than this
 */
record Member(
    Optional<RecordId> person,
    String name,
    String login,
    Set<String> roles,
    boolean isYou,
    boolean isRemoved,
    Level given,
    Level general) {
  Member {
    roles = Set.copyOf(roles);
  }

  /** How far they may look in the end. */
  Level level() {
    return given.reaches(general) ? given : general;
  }

  /** Whether somebody who was invited never came. */
  boolean isAwaited() {
    return person.isPresent() && roles.isEmpty() && !isRemoved;
  }
}
