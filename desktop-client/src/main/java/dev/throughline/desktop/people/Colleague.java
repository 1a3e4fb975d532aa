package dev.throughline.desktop.people;

import dev.throughline.model.id.RecordId;

/**
 * Somebody of the team, as one who is to be told of something.
 *
 * @param name as others call them
 * @param login by which the provider knows them
 * @param isYou whether it is whoever asks
 */
public record Colleague(RecordId id, String name, String login, boolean isYou, Sight sight) {
  /** What somebody sees of a thing, as far as this computer knows. */
  public enum Sight {
    SEES,
    /** They were invited and never signed in, so nobody knows their roles. */
    AWAITED,
    /** Their roles have no part in such things. */
    NO_ROLE,
    /** They see the study, but not what is restricted in it. */
    RESTRICTED,
    /** No grant of theirs is for the study. */
    NO_ACCESS
  }
}
