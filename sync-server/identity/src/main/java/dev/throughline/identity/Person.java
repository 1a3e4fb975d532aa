package dev.throughline.identity;

import java.util.List;

/**
 * Somebody who can sign in.
 *
 * @param id never changes and is never given to anybody else
 * @param username what is typed to sign in
 * @param name what others read
 * @param groups names of roles and duties
 * @param passwordHash with its algorithm in front, such as {@code {bcrypt}…}
 */
record Person(String id, String username, String name, List<String> groups, String passwordHash) {
  Person {
    groups = List.copyOf(groups);
  }
}
