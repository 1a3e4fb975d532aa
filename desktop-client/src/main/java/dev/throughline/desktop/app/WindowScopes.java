package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.shell.Location;
import java.util.EnumSet;
import java.util.Set;

/** Which scopes are in force at a location. */
final class WindowScopes {
  private WindowScopes() {}

  static Set<Scope> at(Location here) {
    EnumSet<Scope> scopes = EnumSet.of(Scope.EVERYWHERE);
    switch (here.place()) {
      case PlaceIds.HOME -> scopes.add(Scope.HOME);
      case PlaceIds.LIBRARY -> scopes.add(page(here.page()));
      case PlaceIds.IDEAS -> scopes.add(Scope.IDEAS);
      case PlaceIds.HANDOFFS -> scopes.add(Scope.HANDOFFS);
      case PlaceIds.INBOX -> scopes.add(Scope.INBOX);
      case PlaceIds.HISTORY -> scopes.add(Scope.HISTORY);
      case PlaceIds.TRASH -> scopes.add(Scope.TRASH);
      case PlaceIds.SYNC -> scopes.add(Scope.SYNC);
      case PlaceIds.SETTINGS -> scopes.add(Scope.SETTINGS);
      default -> {}
    }
    return scopes;
  }

  private static Scope page(String page) {
    if (PlaceIds.interview(page).isPresent()) {
      return Scope.SESSION;
    }
    if (page.equals(PlaceIds.FIND)) {
      return Scope.FIND;
    }
    if (PlaceIds.studyOf(page).isPresent()) {
      return Scope.STUDY;
    }
    boolean isPeople =
        page.equals(PlaceIds.PARTICIPANTS) || PlaceIds.participantOf(page).isPresent();
    return isPeople ? Scope.PEOPLE : Scope.LIBRARY;
  }
}
