package dev.throughline.desktop.app;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.shell.Place;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  record Screen(String name, Callable<?> open, Callable<?> close, Function<Scene, Node> part) {
    /** The same after one key, and back by another. */
    Screen then(String key, String back, WholeWindow whole) {
      return new Screen(
          name,
          () -> {
            open.call();
            whole.settle();
            return press(whole, key);
          },
          () -> press(whole, back),
          part);
    }
  }

  static List<Screen> all(WholeWindow whole) throws Exception {
    List<Screen> screens = new ArrayList<>();
    for (Place place : whole.window().shell().places()) {
      screens.add(location(whole, place.id(), place.id(), ""));
    }
    screens.add(
        location(whole, "ideas-table", PlaceIds.IDEAS, "")
            .then("Ctrl+Shift+B", "Ctrl+Shift+B", whole));
    InterviewRow row = row(whole, "P-01");
    screens.add(session(whole, "session", row));
    // Held, and without a debrief: a line more at the head of the page.
    screens.add(session(whole, "session-due", row(whole, "P-03")));
    screens.add(session(whole, "session-find", row).then("Ctrl+F", "Esc", whole));
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
    RecordId idea = idea(whole, "Book with a picture");
    screens.add(location(whole, "idea", PlaceIds.IDEAS, PlaceIds.idea(idea)));
    screens.add(location(whole, "plan", PlaceIds.IDEAS, PlaceIds.plan(idea)));
    RecordId handoff = whole.window().client().ledger().store().newestIds("handoff").getFirst();
    screens.add(location(whole, "handoff", PlaceIds.HANDOFFS, PlaceIds.handoff(handoff)));
    screens.add(location(whole, "history", PlaceIds.HISTORY, row.interview().id().toString()));
    screens.add(location(whole, "keys", PlaceIds.SETTINGS, SettingsSection.KEYS.name()));
    screens.add(location(whole, "holds", PlaceIds.SETTINGS, SettingsSection.HOLDS.name()));
    screens.add(
        new Screen(
            "palette",
            () -> press(whole, "Ctrl+K"),
            () -> press(whole, "Esc"),
            scene -> scene.lookup(".tl-palette")));
    return screens;
  }

  private static RecordId idea(WholeWindow whole, String title) {
    LocalStore store = whole.window().client().ledger().store();
    return store.findAll(store.newestIds("idea")).values().stream()
        .filter(view -> new FieldMap(view.fields()).text("title").contains(title))
        .map(RecordView::id)
        .findFirst()
        .orElseThrow();
  }

  private static Screen session(WholeWindow whole, String name, InterviewRow row) {
    return location(whole, name, PlaceIds.LIBRARY, PlaceIds.session(row.interview().id()));
  }

  private static InterviewRow row(WholeWindow whole, String title) throws Exception {
    whole.await(title + " is listed", () -> listed(whole, title).isPresent());
    return whole.fx(() -> listed(whole, title).orElseThrow());
  }

  private static Optional<InterviewRow> listed(WholeWindow whole, String title) {
    return whole.window().interviews().stream()
        .filter(row -> row.interview().title().startsWith(title))
        .findFirst();
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
