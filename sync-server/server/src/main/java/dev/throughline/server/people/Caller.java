package dev.throughline.server.people;

import java.util.List;

/**
 * The person a request comes from, as the token says.
 *
 * @param subject the provider's name for this person, which never changes
 * @param name what others read beside this person's work
 */
public record Caller(String subject, String name, List<String> groups) {
  public Caller {
    groups = List.copyOf(groups);
  }
}
