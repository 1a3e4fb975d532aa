package dev.throughline.server.people;

import java.util.List;
import java.util.Optional;

/**
 * The person a request comes from, as the token says.
 *
 * @param subject stands for this person of this provider, and never changes
 * @param name what others read beside this person's work
 * @param login by which others invite this person; empty when the provider does not say
 * @param session the provider's name for the session the token comes from; the same after a
 *     renewal. Empty when the provider does not say
 */
public record Caller(
    String subject, String name, String login, List<String> groups, Optional<String> session) {
  public Caller {
    groups = List.copyOf(groups);
  }
}
