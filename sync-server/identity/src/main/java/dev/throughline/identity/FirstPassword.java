package dev.throughline.identity;

import java.util.List;

/** A password that was just made; it is kept nowhere in plain, so it can be shown only now. */
public record FirstPassword(String username, List<String> groups, String password) {
  public FirstPassword {
    groups = List.copyOf(groups);
  }
}
