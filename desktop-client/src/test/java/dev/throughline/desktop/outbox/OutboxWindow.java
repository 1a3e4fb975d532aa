package dev.throughline.desktop.outbox;

import dev.throughline.desktop.memo.Memos;
import dev.throughline.desktop.shell.MainWindow;
import dev.throughline.desktop.shell.Place;
import dev.throughline.desktop.shell.Place.End;
import dev.throughline.desktop.shell.Place.RailFold;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.study.Studies;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.StackPane;

/** The Sync place in the whole window, over made-up work. Names in it are nobody's. */
final class OutboxWindow {
  private OutboxWindow() {}

  /** A morning in the field: two interviews, an import, a correction, notes. */
  static void fieldMorning(OutboxDesk desk) throws Exception {
    RecordId known = desk.knownInterview("First look at the saving screen");
    new Studies(desk.ledger).create("Tariff switching", "");
    desk.time.pass(Duration.ofMinutes(19));
    desk.importTurns(Optional.empty(), "Moving house.txt", 214);
    desk.time.pass(Duration.ofMinutes(29));
    desk.newInterview("Two bills, one home");
    desk.save(
        new Draft.Set(
            known,
            "interview",
            Map.of(
                "title", Value.text("First look at the saving screen, second visit"),
                "date", Value.text("2026-11-25"))));
    desk.time.pass(Duration.ofMinutes(39));
    new Memos(desk.ledger)
        .write(known, desk.ledger.newRecord(), "", "She checks the sum on paper first.");
    desk.time.pass(Duration.ofMinutes(2));
  }

  static void conflicts(OutboxDesk desk) {
    RecordId interview = desk.knownInterview("The price letter");
    RecordId memo =
        desk.known(
            "memo",
            Map.of("interview", Value.text(interview.toString()), "notes", Value.text("…")));
    String before = "She opened the letter at the table and read it twice before she said a word. ";
    desk.conflict(
        memo,
        "memo",
        "notes",
        desk.side(before + "Then she asked whether the saving is per month.", "Jon A.", 31),
        desk.side(
            before + "Then she put it away and laughed: the sum made no sense to her, she said.",
            "Mara L.",
            44));
    desk.conflict(
        interview,
        "interview",
        "date",
        desk.side("2026-11-24", "Mara L.", 12),
        desk.side("2026-11-23", "Jon A.", 50));
  }

  static void keptAside(OutboxDesk desk) throws Exception {
    RecordId interview = desk.knownInterview("Switching with a prepaid meter");
    desk.save(
        new Draft.Set(interview, "interview", Map.of("place", Value.text("Kitchen, then shop"))));
    desk.park(ParkReason.INVALID, "place holds 412 characters; the limit is 300");
  }

  static MainWindow of(OutboxDesk desk) {
    var shell =
        new ShellViewModel(
            List.of(
                place("home", Icon.HOME, End.TOP),
                place("library", Icon.LIBRARY, End.TOP),
                new Place(
                    "sync",
                    Texts.text("outbox.place"),
                    Icon.SYNC,
                    End.BOTTOM,
                    RailFold.NEVER,
                    () ->
                        new SyncView(
                            desk.place, () -> {}, () -> {}, new StackPane(), new StackPane())),
                place("settings", Icon.SETTINGS, End.BOTTOM)));
    shell.workspaceTitleProperty().set("Northlight research");
    shell.workspaceLineProperty().set("Tariff switching");
    shell.personProperty().set("Mara Lind");
    shell.pillProperty().bind(desk.place.sentenceProperty().map(SyncSentence::pill));
    shell.open("sync");
    return new MainWindow(shell, "sync", "settings");
  }

  private static Place place(String id, Icon icon, End end) {
    String title = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    return new Place(id, title, icon, end, RailFold.NEVER, StackPane::new);
  }
}
