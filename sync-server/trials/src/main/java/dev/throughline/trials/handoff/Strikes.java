package dev.throughline.trials.handoff;

import dev.throughline.server.played.PlayedSystem;
import java.util.Optional;

/** Counts the places at which a server may die, and kills it at one of them. */
final class Strikes implements PlayedSystem.Watch {
  private static final int NOWHERE = -1;

  private Optional<HostKilled> host = Optional.empty();
  private int at = NOWHERE;
  private int seen;
  private String struck = "";

  synchronized void on(HostKilled wanted) {
    host = Optional.of(wanted);
  }

  /** Kills once, at that place of those to come, from 0. */
  synchronized void arm(int place) {
    at = place;
    seen = 0;
    struck = "";
  }

  /** How many places there were so far. */
  synchronized int places() {
    return seen;
  }

  /** The call it died at, and whether before or after; empty while it lives. */
  synchronized String struck() {
    return struck;
  }

  @Override
  public void before(String methodAndPath) {
    passing("before " + methodAndPath);
  }

  @Override
  public void after(String methodAndPath) {
    passing("after " + methodAndPath);
  }

  private void passing(String place) {
    // Whoever asks whether it is well takes no step.
    if (!place.contains(" GET ") && isNow(place)) {
      host.ifPresent(HostKilled::kill);
    }
  }

  private synchronized boolean isNow(String place) {
    boolean isNow = seen++ == at;
    struck = isNow ? place : struck;
    return isNow;
  }
}
