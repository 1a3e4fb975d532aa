package dev.throughline.desktop.inbox;

import static dev.throughline.desktop.inbox.TwoDesks.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.history.HistoryAnswer;
import dev.throughline.desktop.history.HistoryPage;
import dev.throughline.desktop.history.HistoryParts;
import dev.throughline.desktop.history.HistorySource;
import dev.throughline.desktop.history.HistoryViewModel;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.shell.MainWindow;
import dev.throughline.desktop.shell.Place;
import dev.throughline.desktop.shell.Place.End;
import dev.throughline.desktop.shell.Place.RailFold;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.sync.SyncRoundsOverRelay;
import dev.throughline.desktop.trash.TrashParts;
import dev.throughline.desktop.trash.TrashPlace;
import dev.throughline.desktop.trash.TrashViewModel;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.Pill;
import dev.throughline.desktop.ui.notice.PillState;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.ParkReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures every state of the Inbox, of histories and of the trash, and walks the pictures. */
class SettlingPicturesTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir Path folder;
  private TwoDesks desks;

  private final List<Throwable> uncaught = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> uncaught.add(thrown));
    desks = new TwoDesks(folder);
  }

  @AfterEach
  void close() {
    Texts.lengthen(0);
    desks.close();
    Thread.currentThread().setUncaughtExceptionHandler(null);
    assertThat(uncaught).as("listeners that failed; in the window that is a crash").isEmpty();
  }

  private Region inbox() {
    return new InboxPlace(desks.inbox);
  }

  /** Three fields of one interview, and another one's title. */
  private void conflicts() throws Exception {
    RecordId other = desks.known("interview", Map.of("title", text("Two bills, one home")));
    desks.clash(
        other, "interview", "title", "Two bills in one home", "Two bills, one kitchen table");
    RecordId id =
        desks.known(
            "interview",
            Map.of(
                "title", text("People trust a saving they can check"),
                "date", text("2026-11-15"),
                "place", text("Her kitchen")));
    desks.set(desks.ben, id, "interview", "title", "People trust a saving when it is explained");
    desks.set(desks.ben, id, "interview", "date", "2026-11-17");
    desks.set(desks.ben, id, "interview", "place", "Kitchen, then the shop");
    desks.set(desks.anna, id, "interview", "title", "People believe a saving they can add up");
    desks.set(desks.anna, id, "interview", "date", "2026-11-16");
    desks.set(desks.anna, id, "interview", "place", "Her kitchen, Leipzig");
    desks.round();
    desks
        .inbox
        .selectedProperty()
        .set(
            desks.inbox.items().stream()
                .filter(item -> ((InboxItem.Conflicted) item).fields().size() > 1)
                .findFirst());
  }

  private RecordId overlap() throws Exception {
    RecordId interview = desks.known("interview", Map.of("title", text("The price letter")));
    String base =
        "She opened the letter at the table and read it twice before she said a word. Then she"
            + " asked whether the saving is per month or per year, and put it away.";
    RecordId memo = desks.known("memo", Map.of("interview", text(interview), "notes", text(base)));
    Desk.type(
        desks.ben, memo, base, base.replace("read it twice", "read it three times, once aloud,"));
    Desk.type(desks.anna, memo, base, base.replace("read it twice", "showed it to her husband"));
    desks.round();
    return memo;
  }

  @Test
  void nothingNeedsThePerson() throws Exception {
    assertThat(pictured("inbox-empty", this::inbox)).isEmpty();
    desks.inbox.showsSettledProperty().set(true);
    assertThat(pictured("inbox-empty-settled", this::inbox)).isEmpty();
  }

  @Test
  void conflictShowsBothValuesFieldByField() throws Exception {
    conflicts();
    desks.pick(2, Answer.SHOWN);
    assertThat(pictured("inbox-conflict", this::inbox)).isEmpty();
    for (int percent : List.of(150, 200)) {
      assertThat(picture("inbox-conflict-" + percent, ThemeChoice.LIGHT, percent, this::inbox))
          .isEmpty();
    }
    Texts.lengthen(0.4);
    assertThat(picture("inbox-conflict-long", ThemeChoice.LIGHT, 100, this::inbox)).isEmpty();
  }

  @Test
  void threeValuesOfOneFieldStandBesideEachOther() throws Exception {
    try (ClientWiring cleo = Desk.open(folder.resolve("cleo"))) {
      cleo.settings().setDisplayName("Cleo M.");
      desks.relay.join(cleo);
      RecordId id = desks.known("study", Map.of("title", text("Why people stay")));
      desks.relay.pull(cleo);
      desks.set(desks.ben, id, "study", "title", "Why people stay with their supplier");
      desks.set(cleo, id, "study", "title", "What makes people leave");
      desks.set(desks.anna, id, "study", "title", "Why people stay, and what it costs them");
      desks.relay.push(desks.ben);
      desks.relay.push(cleo);
      desks.round();
      assertThat(pictured("inbox-three", this::inbox)).isEmpty();
    }
  }

  @Test
  void overlapMarksThePassageAndLetsItBeWrittenAnew() throws Exception {
    overlap();
    assertThat(pictured("inbox-overlap", this::inbox)).isEmpty();
    desks.pick(0, Answer.OWN);
    assertThat(pictured("inbox-overlap-own", this::inbox)).isEmpty();
  }

  @Test
  void similarMovedAndSettledHaveTheirWords() throws Exception {
    conflicts();
    desks.card().allTheirs();
    desks.card().alikeProperty().set(true);
    assertThat(pictured("inbox-similar", this::inbox)).isEmpty();
    RecordId id = desks.card().fields().getFirst().conflict().record().orElseThrow();
    desks.set(desks.anna, id, "interview", "place", "Her kitchen in Leipzig");
    desks.settle();
    assertThat(pictured("inbox-moved", this::inbox)).isEmpty();
    desks.card().allTheirs();
    desks.inbox.save();
    desks.settle();
    desks.inbox.showsSettledProperty().set(true);
    assertThat(pictured("inbox-settled", this::inbox)).isEmpty();
  }

  @Test
  void trashAgainstEditAsksForTheRecord() throws Exception {
    RecordId study = desks.known("study", Map.of("title", text("Tariff switching")));
    desks.set(desks.anna, study, "study", "title", "Tariff switching, winter");
    Desk.save(desks.ben, new Draft.Move(study, "study", Action.TRASH));
    desks.relay.push(desks.anna);
    desks.round();
    assertThat(pictured("inbox-trash-conflict", this::inbox)).isEmpty();
  }

  @Test
  void parkedWorkSaysWhyAndWhatToDo() throws Exception {
    RecordId interview =
        desks.known("interview", Map.of("title", text("Switching with a prepaid meter")));
    desks.relay.park(op -> Optional.of(ParkReason.INVALID));
    desks.set(
        desks.anna,
        interview,
        "interview",
        "place",
        "Her kitchen first, then the shop on the corner where she tops up the meter, and at the"
            + " end the bus stop, because the children had to be picked up.");
    desks.round();
    assertThat(pictured("inbox-parked", this::inbox)).isEmpty();
    desks.inbox.parked((InboxItem.Parked) desks.inbox.items().getFirst()).discard(() -> {});
    assertThat(pictured("inbox-parked-discard", this::inbox)).isEmpty();
    desks.asked.clear();
    desks.relay.park(op -> Optional.of(ParkReason.MASS_CHANGE));
    desks.anna.ledger().record(trashed(12));
    desks.round();
    desks.inbox.selectedProperty().set(Optional.of(desks.inbox.items().getLast()));
    assertThat(pictured("inbox-parked-removal", this::inbox)).isEmpty();
  }

  private List<Draft> trashed(int count) throws Exception {
    List<Draft> made = new ArrayList<>();
    List<Draft> trashed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RecordId id = desks.ben.ledger().newRecord();
      made.add(new Draft.Set(id, "interview", Map.of("title", text("Interview " + i))));
      trashed.add(new Draft.Move(id, "interview", Action.TRASH));
    }
    desks.ben.ledger().record(made);
    desks.round();
    return trashed;
  }

  @Test
  void heldBackRemovalsAskForADecision() throws Exception {
    List<Draft> removal = trashed(60);
    desks.ben.ledger().record(removal.subList(0, 48));
    desks.relay.push(desks.ben);
    SyncRoundsOverRelay.pull(desks.relay, desks.anna);
    desks.inbox.readSoon();
    desks.settle();
    assertThat(pictured("inbox-held", this::inbox)).isEmpty();
  }

  @Test
  void historyTellsWhoChangedWhat() throws Exception {
    RecordId memo = overlap();
    String now = desks.held(desks.anna, memo, "notes");
    Desk.type(desks.anna, memo, now, now + " Later she called the help line.");
    HistorySource source =
        (record, _) -> new HistoryAnswer.Page(desks.relay.history(record), false);
    assertThat(pictured("history", () -> history(source, memo))).isEmpty();
    assertThat(
            pictured(
                "history-compare",
                () -> {
                  HistoryPage page = history(source, memo);
                  List<Button> buttons = new ArrayList<>();
                  new Scene(new StackPane(page));
                  page.applyCss();
                  page.lookupAll(".button").stream()
                      .map(Button.class::cast)
                      .filter(one -> one.getText().equals(Texts.text("history.compare")))
                      .forEach(buttons::add);
                  ((StackPane) page.getParent()).getChildren().clear();
                  buttons.getLast().fire();
                  return page;
                }))
        .isEmpty();
    assertThat(
            pictured("history-offline", () -> history((_, _) -> new HistoryAnswer.Offline(), memo)))
        .isEmpty();
    assertThat(picture("history-200", ThemeChoice.LIGHT, 200, () -> history(source, memo)))
        .isEmpty();
  }

  private HistoryPage history(HistorySource source, RecordId record) {
    return new HistoryPage(
        new HistoryViewModel(
            new HistoryParts(
                source, desks.anna.ledger().store(), undo(), around(), _ -> {}, _ -> {}),
            record,
            "Anna K."),
        _ -> {});
  }

  private UndoCommands undo() {
    return new UndoCommands(
        desks.undo, desks.time, Runnable::run, desks.toasts::add, _ -> {}, desks.asked::add);
  }

  private Surroundings around() {
    return new Surroundings(
        desks.time,
        Runnable::run,
        new ShownTime(desks.time, java.time.ZoneOffset.UTC),
        desks.toasts::add);
  }

  @Test
  void trashListsWhatIsInIt() throws Exception {
    TrashViewModel trash =
        new TrashViewModel(new TrashParts(desks.anna.ledger().store(), undo(), around(), _ -> {}));
    assertThat(pictured("trash-empty", () -> new TrashPlace(trash))).isEmpty();
    RecordId study = desks.known("study", Map.of("title", text("Tariff switching")));
    for (String title : List.of("First look", "The price letter", "Two bills, one home")) {
      RecordId id = desks.known("interview", Map.of("title", text(title), "study", text(study)));
      Desk.save(
          title.startsWith("T") ? desks.ben : desks.anna,
          new Draft.Move(id, "interview", Action.TRASH));
      desks.round();
    }
    Desk.save(desks.anna, new Draft.Move(study, "study", Action.TRASH));
    assertThat(
            pictured(
                "trash",
                () -> {
                  TrashPlace place = new TrashPlace(trash);
                  new Scene(new StackPane(place));
                  place.applyCss();
                  ((ListView<?>) place.lookup(".trashed")).getSelectionModel().selectIndices(0, 1);
                  ((StackPane) place.getParent()).getChildren().clear();
                  return place;
                }))
        .isEmpty();
    assertThat(picture("trash-200", ThemeChoice.LIGHT, 200, () -> new TrashPlace(trash))).isEmpty();
  }

  private List<String> pictured(String name, Callable<Region> view) throws Exception {
    List<String> findings = new ArrayList<>();
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      findings.addAll(picture(name, theme, 100, view));
    }
    return findings;
  }

  private List<String> picture(String name, ThemeChoice theme, int percent, Callable<Region> view)
      throws Exception {
    return FxThread.call(
        () -> {
          MainWindow window = window(view.call());
          Scene scene = new Scene(window, 1280, 800);
          new Theme(theme, percent).dress(scene);
          // Twice: what is arranged by width comes into its place with the second pass.
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          Path file = PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
          List<String> findings =
              desks.asked.isEmpty()
                  ? ContrastWalk.findings(scene)
                  : ContrastWalk.findings(scene, scene.lookup(".tl-question"));
          Snapshot.write(scene, file);
          return findings;
        });
  }

  private MainWindow window(Region view) {
    ShellViewModel shell =
        new ShellViewModel(
            List.of(
                place("home", Icon.HOME, End.TOP, new StackPane()),
                place("library", Icon.LIBRARY, End.TOP, new StackPane()),
                place("inbox", Icon.INBOX, End.TOP, view),
                place("trash", Icon.DELETE, End.BOTTOM, new StackPane()),
                place("sync", Icon.SYNC, End.BOTTOM, new StackPane()),
                place("settings", Icon.SETTINGS, End.BOTTOM, new StackPane())));
    shell.workspaceTitleProperty().set("Northlight research");
    shell.workspaceLineProperty().set("Tariff switching");
    shell.personProperty().set("Anna K.");
    shell.pillProperty().set(new Pill(PillState.NEEDS_YOU, "Needs you: 3 conflicts"));
    shell.open("inbox");
    desks.asked.stream()
        .findFirst()
        .ifPresent(one -> shell.questionProperty().set(Optional.of(one)));
    return new MainWindow(shell, "sync", "settings");
  }

  private static Place place(String id, Icon icon, End end, Region view) {
    String title = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    return new Place(id, title, icon, end, RailFold.ALWAYS, () -> view);
  }
}
