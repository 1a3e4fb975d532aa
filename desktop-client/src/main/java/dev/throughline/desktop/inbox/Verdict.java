package dev.throughline.desktop.inbox;

/**
 * An answer to one conflict, given on what was shown.
 *
 * @param own the person's own words, for {@link Answer#OWN}
 */
record Verdict(Contested contested, Answer answer, String own) {}
