package dev.throughline.desktop.app;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.shell.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Every screen of the window and how one gets there. */
final class Screens {
  private Screens() {}

  /**
   * One screen.
   *
   * @param part what of the scene belongs to it
   */
  record Screen(String name, Callable<?> open, Callable<?> close, Function<Scene, Node> part) {}

  static List<Screen> all(WholeWindow whole) throws Exception {
    List<Screen> screens = new ArrayList<>();
    for (Place place : whole.window().shell().places()) {
      screens.add(location(whole, place.id(), place.id(), ""));
    }
    String session =
        PlaceIds.session(whole.fx(() -> whole.window().interviews().getFirst().interview().id()));
    screens.add(location(whole, "session", PlaceIds.LIBRARY, session));
    InterviewRow row = whole.fx(() -> whole.window().interviews().getFirst());
    screens.add(location(whole, "find", PlaceIds.LIBRARY, PlaceIds.FIND));
    screens.add(location(whole, "studies", PlaceIds.LIBRARY, PlaceIds.STUDIES));
    screens.add(
        location(
            whole,
            "study",
            PlaceIds.LIBRARY,
            PlaceIds.study(row.interview().study().orElseThrow())));
    screens.add(location(whole, "participants", PlaceIds.LIBRARY, PlaceIds.PARTICIPANTS));
    screens.add(
        location(
            whole,
            "participant",
            PlaceIds.LIBRARY,
            PlaceIds.participant(row.interview().participant().orElseThrow())));
    screens.add(location(whole, "history", PlaceIds.HISTORY, row.interview().id().toString()));
    screens.add(location(whole, "keys", PlaceIds.SETTINGS, SettingsSection.KEYS.name()));
    screens.add(
        new Screen(
            "palette",
            () -> press(whole, "Ctrl+K"),
            () -> press(whole, "Esc"),
            scene -> scene.lookup(".tl-palette")));
    return screens;
  }

  private static Screen location(WholeWindow whole, String name, String place, String page) {
    return new Screen(
        name,
        () ->
            whole.fx(
                () -> {
                  whole.window().shell().open(place, page);
                  return true;
                }),
        () -> true,
        Scene::getRoot);
  }

  private static boolean press(WholeWindow whole, String chord) throws Exception {
    whole.press(chord);
    return true;
  }
}
