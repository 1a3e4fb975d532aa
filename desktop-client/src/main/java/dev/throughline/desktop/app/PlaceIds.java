package dev.throughline.desktop.app;

import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.shell.Location;
import dev.throughline.model.id.RecordId;
import java.util.Optional;

/** What the places and their pages are called in a location. */
final class PlaceIds {
  static final String HOME = "home";
  static final String LIBRARY = "library";
  static final String SYNC = "sync";
  static final String SETTINGS = "settings";
  static final String COMPARISON = "comparison";

  /** The page of the library that finds everywhere. */
  static final String FIND = "find";

  private static final String SESSION = "session:";

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
    return page.startsWith(SESSION)
        ? Optional.of(RecordId.of(page.substring(SESSION.length())))
        : Optional.empty();
  }
}
