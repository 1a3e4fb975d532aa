package dev.throughline.desktop.app;

import dev.throughline.desktop.comparison.ComparisonView;
import dev.throughline.desktop.comparison.ComparisonViewModel;
import dev.throughline.desktop.home.HomePlace;
import dev.throughline.desktop.inbox.InboxPlace;
import dev.throughline.desktop.outbox.SyncView;
import dev.throughline.desktop.settings.SettingsView;
import dev.throughline.desktop.shell.Place;
import dev.throughline.desktop.shell.Place.End;
import dev.throughline.desktop.shell.Place.RailFold;
import dev.throughline.desktop.shell.ThreadMark;
import dev.throughline.desktop.trash.TrashPlace;
import dev.throughline.desktop.travel.RoomPanel;
import dev.throughline.desktop.travel.TravelSection;
import dev.throughline.desktop.travel.TravelViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The places of the rail: one line each. */
final class Places {
  private final Models models;
  private final LibraryPages library;
  private final ProductPages product;
  private final ComparisonViewModel comparison;
  private final SettlingModels settling;
  private final Ways ways;
  private final Supplier<SettingsView> settings;
  private final Supplier<TravelViewModel> travel;

  Places(
      Models models,
      LibraryPages library,
      ProductPages product,
      ComparisonViewModel comparison,
      SettlingModels settling,
      Ways ways,
      Supplier<SettingsView> settings,
      Supplier<TravelViewModel> travel) {
    this.models = models;
    this.library = library;
    this.product = product;
    this.comparison = comparison;
    this.settling = settling;
    this.ways = ways;
    this.settings = settings;
    this.travel = travel;
  }

  /** Ways from one place to another. */
  record Ways(Runnable settings, Runnable inbox) {}

  List<Place> all() {
    return Stream.concat(work().stream(), below().stream()).toList();
  }

  private List<Place> work() {
    return List.of(
        new Place(
            PlaceIds.HOME,
            Texts.text("app.place.home"),
            Icon.HOME,
            End.TOP,
            RailFold.NEVER,
            () ->
                new HomePlace(models.home(), models.firstRun(), models.sample(), new ThreadMark())),
        new Place(
            PlaceIds.LIBRARY,
            Texts.text("app.place.library"),
            Icon.LIBRARY,
            End.TOP,
            RailFold.ON_PAGES,
            () -> library),
        new Place(
            PlaceIds.IDEAS,
            Texts.text("app.place.ideas"),
            Icon.IDEA,
            End.TOP,
            RailFold.ON_PAGES,
            product::ideas),
        new Place(
            PlaceIds.HANDOFFS,
            Texts.text("app.place.handoffs"),
            Icon.HANDOFF,
            End.TOP,
            RailFold.ON_PAGES,
            product::handoffs),
        new Place(
            PlaceIds.INBOX,
            Texts.text("app.place.inbox"),
            Icon.INBOX,
            End.TOP,
            RailFold.ALWAYS,
            () -> new InboxPlace(settling.inbox())));
  }

  private SyncView sync() {
    TravelViewModel recordings = travel.get();
    return new SyncView(
        models.outbox(),
        ways.settings(),
        ways.inbox(),
        new TravelSection(recordings),
        new RoomPanel(recordings));
  }

  private List<Place> below() {
    return List.of(
        new Place(
            PlaceIds.TRASH,
            Texts.text("app.place.trash"),
            Icon.DELETE,
            End.BOTTOM,
            RailFold.NEVER,
            () -> new TrashPlace(settling.trash())),
        new Place(
            PlaceIds.SYNC,
            Texts.text("app.place.sync"),
            Icon.SYNC,
            End.BOTTOM,
            RailFold.NEVER,
            this::sync),
        new Place(
            PlaceIds.SETTINGS,
            Texts.text("app.place.settings"),
            Icon.SETTINGS,
            End.BOTTOM,
            RailFold.NEVER,
            settings::get),
        new Place(
            PlaceIds.COMPARISON,
            Texts.text("app.place.comparison"),
            Icon.STALE,
            End.NOWHERE,
            RailFold.NEVER,
            () -> new ComparisonView(comparison)),
        new Place(
            PlaceIds.HISTORY,
            Texts.text("app.place.history"),
            Icon.STALE,
            End.NOWHERE,
            RailFold.NEVER,
            settling::pages));
  }
}
