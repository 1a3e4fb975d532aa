package dev.throughline.desktop.failure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The last commands and places by their ids, for crash reports. Whatever is not shaped like an id
 * is not taken, so that no title or path can get in by mistake. Any thread.
 */
public final class Trail {
  static final int STEPS_MAX = 20;
  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z]{0,30}([.-][a-zA-Z]{1,30}){0,3}");

  private final Deque<String> steps = new ArrayDeque<>();

  /** Remembers a command. */
  public void command(String id) {
    add("command ", id);
  }

  /** Remembers a place; which record its page shows is left out. */
  public void place(String id, boolean isPage) {
    add(isPage ? "page of " : "place ", id);
  }

  private synchronized void add(String kind, String id) {
    if (!ID.matcher(id).matches()) {
      return;
    }
    steps.addLast(kind + id);
    if (steps.size() > STEPS_MAX) {
      steps.removeFirst();
    }
  }

  /** Oldest first. */
  synchronized List<String> steps() {
    return List.copyOf(steps);
  }
}
