package dev.throughline.desktop.app;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.shell.Location;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kinds;
import java.util.Optional;
import java.util.function.Consumer;

/** Leads from any record to the page where it can be read and changed. */
final class RecordDoor {
  /** Records between a record and the page it stands on. */
  private static final int STEPS_MAX = 4;

  private final LocalStore store;
  private final Background background;
  private final UiThread ui;
  private final ShellViewModel shell;
  private final Consumer<RecordId> showComment;

  /**
   * A door in one window.
   *
   * @param showComment goes to a comment on the page that is open
   */
  RecordDoor(
      LocalStore store,
      Background background,
      UiThread ui,
      ShellViewModel shell,
      Consumer<RecordId> showComment) {
    this.store = store;
    this.background = background;
    this.ui = ui;
    this.shell = shell;
    this.showComment = showComment;
  }

  /** Opens the page of the record; the library when it has none. */
  void open(RecordId record) {
    background.run(
        () -> {
          Location to = locate(record).orElseGet(() -> Location.of(PlaceIds.LIBRARY));
          boolean isComment =
              store.find(record).filter(it -> it.kind().equals(Comment.KIND.name())).isPresent();
          ui.run(
              () -> {
                shell.open(to.place(), to.page());
                if (isComment) {
                  showComment.accept(record);
                }
              });
        });
  }

  void history(RecordId record) {
    shell.open(PlaceIds.HISTORY, record.toString());
  }

  private static Optional<Location> page(RecordView record) {
    return switch (record.kind()) {
      case "interview" -> library(PlaceIds.session(record.id()));
      case "study" -> library(PlaceIds.study(record.id()));
      case "participant" -> library(PlaceIds.participant(record.id()));
      case "idea" -> Optional.of(new Location(PlaceIds.IDEAS, PlaceIds.idea(record.id())));
      case "handoff" -> Optional.of(new Location(PlaceIds.HANDOFFS, PlaceIds.handoff(record.id())));
      case "quorum-policy" ->
          Optional.of(new Location(PlaceIds.SETTINGS, SettingsSection.RULES.name()));
      default -> Optional.empty();
    };
  }

  private static Optional<Location> library(String page) {
    return Optional.of(new Location(PlaceIds.LIBRARY, page));
  }

  private Optional<Location> locate(RecordId record) {
    Optional<RecordView> view = store.find(record);
    for (int i = 0; i < STEPS_MAX && view.isPresent(); i++) {
      RecordView now = view.get();
      Optional<Location> page = page(now);
      if (page.isPresent()) {
        return page;
      }
      view =
          Kinds.up(now.kind()).flatMap(new FieldMap(now.fields())::reference).flatMap(store::find);
    }
    return Optional.empty();
  }
}
