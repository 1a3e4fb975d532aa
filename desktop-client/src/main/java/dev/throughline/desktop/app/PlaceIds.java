package dev.throughline.desktop.app;

import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.shell.Location;
import dev.throughline.model.id.RecordId;
import java.util.Optional;

/** What the places and their pages are called in a location. */
final class PlaceIds {
  static final String HOME = "home";
  static final String LIBRARY = "library";
  static final String IDEAS = "ideas";
  static final String HANDOFFS = "handoffs";
  static final String INBOX = "inbox";
  static final String TRASH = "trash";

  /** The history of the record its page names. */
  static final String HISTORY = "history";

  static final String SYNC = "sync";
  static final String SETTINGS = "settings";
  static final String COMPARISON = "comparison";

  /** The page of the library that finds everywhere. */
  static final String FIND = "find";

  static final String PARTICIPANTS = "participants";
  static final String STUDIES = "studies";
  private static final String SESSION = "session:";
  private static final String STUDY = "study:";
  private static final String PARTICIPANT = "participant:";
  private static final String IDEA = "idea:";
  private static final String PLAN = "plan:";
  private static final String HANDOFF = "handoff:";

  private PlaceIds() {}

  static String session(RecordId interview) {
    return SESSION + interview;
  }

  /** The section of the settings a location names; empty for the place itself. */
  static Optional<SettingsSection> settings(Location here) {
    return here.place().equals(SETTINGS) && here.isPage()
        ? Optional.of(SettingsSection.valueOf(here.page()))
        : Optional.empty();
  }

  /** The interview a page of the library shows; empty for the table itself. */
  static Optional<RecordId> interview(String page) {
    return record(SESSION, page);
  }

  static String study(RecordId study) {
    return STUDY + study;
  }

  /** The study a page of the library shows; empty for any other page. */
  static Optional<RecordId> studyOf(String page) {
    return record(STUDY, page);
  }

  static String idea(RecordId idea) {
    return IDEA + idea;
  }

  /** The idea a page of the ideas shows; empty for the board itself. */
  static Optional<RecordId> ideaOf(String page) {
    return record(IDEA, page);
  }

  static String plan(RecordId idea) {
    return PLAN + idea;
  }

  /** The idea whose plan a page of the ideas shows; empty for any other page. */
  static Optional<RecordId> planOf(String page) {
    return record(PLAN, page);
  }

  static String handoff(RecordId handoff) {
    return HANDOFF + handoff;
  }

  /** The handoff a page of the handoffs shows; empty for the list itself. */
  static Optional<RecordId> handoffOf(String page) {
    return record(HANDOFF, page);
  }

  static String participant(RecordId participant) {
    return PARTICIPANT + participant;
  }

  /** The person the page of participants is to look at; empty for any other page. */
  static Optional<RecordId> participantOf(String page) {
    return record(PARTICIPANT, page);
  }

  private static Optional<RecordId> record(String prefix, String page) {
    return page.startsWith(prefix)
        ? Optional.of(RecordId.of(page.substring(prefix.length())))
        : Optional.empty();
  }
}
