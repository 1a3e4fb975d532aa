package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.exchange.open.OpenExport;
import dev.throughline.desktop.exchange.open.OpenImport;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.shell.Place;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.sync.SyncState.Mode;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/**
 * Plays the main jobs end to end without a display: real windows, a real server in a process of its
 * own, real files. Every step asserts what it shows.
 */
final class Tour {
  private static final int MEETINGS = 3;

  private final Path folder;
  private final TourLog log;
  private final List<Path> transcripts;
  private TourDesk anna;
  private TourDesk ben;
  private TourDesk other;
  private ServerChild server;
  private RecordId interview;
  private RecordId memo;
  private StallWatch watch;

  @SuppressWarnings("NullAway.Init")
  private Tour(Path folder) throws IOException {
    this.folder = folder;
    this.log = new TourLog(folder);
    this.transcripts = TourFiles.transcripts(folder.resolve("files"), MEETINGS);
  }

  static int run() throws IOException, InterruptedException {
    Path folder = Trials.target().resolve("tour");
    Desks.deleteTree(folder);
    Files.createDirectories(folder);
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    Tour tour = new Tour(folder);
    try {
      tour.play();
    } finally {
      tour.close();
    }
    if (tour.log.isOk()) {
      TourHandoff.play(tour.log, folder);
    }
    tour.log.write();
    System.out.println(tour.log.isOk() ? "tour: ok" : "tour: failed");
    return tour.log.isOk() ? 0 : 1;
  }

  private void play() {
    log.step("first start offers three doors", this::firstStart);
    log.step("new interview to typing in two clicks", this::newInterview);
    log.step("what is typed is saved without asking", this::typeNotes);
    log.step("transcripts are imported while the server is down", this::importTranscripts);
    log.step("screens of a working desktop", this::pictureScreens);
    log.step("the server starts and the desktop joins", this::join);
    log.step("a second desktop shows every word", this::secondDesktop);
    log.step("the palette finds an interview and a command", this::usePalette);
    log.step("what was said is found and shown in its place", this::findEverywhere);
    log.step("everything leaves in open formats and comes back", this::openExport);
    log.step("two people edit one note while apart", this::editApart);
    log.step("the server dies in the middle of a push", this::killServer);
    log.step("a title changed by both keeps both values", this::conflict);
    log.step("what is recorded on one desktop is heard on the other", this::recordAndHear);
    log.step("a deleted store comes back from journal and server", this::rebuild);
    log.step("the sample opens, is badged, and goes in one action", this::sample);
    log.step("the window kept answering all the way", this::neverStalled);
  }

  /** Pictures are the trial's own work and no part of the desktop. */
  private void picture(TourDesk desk, String name) {
    watch.excuse(() -> desk.picture(log, name));
  }

  private void usePalette() {
    Hands.press(anna.root(), "Ctrl+K");
    Hands.write(anna.root(), ">dark look");
    picture(anna, "07-palette");
    Hands.press(anna.root(), "Enter");
    require(
        Hands.fx(() -> anna.window().theme().choiceProperty().get()) == ThemeChoice.DARK,
        "the command was used");
    Hands.fxRun(() -> anna.window().theme().choiceProperty().set(ThemeChoice.LIGHT));
  }

  private void findEverywhere() {
    String word = anna.client().memos().read(memo).split(" ")[1];
    Hands.press(anna.root(), "Ctrl+Shift+F");
    Hands.await(
        "the field has the keyboard",
        () -> Hands.fx(() -> anna.root().getScene().getFocusOwner() instanceof TextField));
    Hands.write(anna.root(), word);
    Hands.await("places are listed", () -> Hands.fx(() -> !places(anna).isEmpty()));
    picture(anna, "07-find");
    Hands.press(anna.root(), "Enter");
    Hands.await(
        "the place is shown",
        () ->
            Hands.fx(
                () ->
                    anna.window().shell().locationProperty().get().page().startsWith("session:")));
    picture(anna, "07-found-place");
  }

  private static List<Node> places(TourDesk desk) {
    return Hands.all(desk.root(), node -> node.getStyleClass().contains("place-line"));
  }

  private void openExport() throws Exception {
    Path out = folder.resolve("open-export");
    ClientWiring client = anna.client();
    Agreeing.everywhere(client);
    OpenExport.Result result =
        OpenExport.write(
            client.ledger().store(), client.leaving(), Optional.empty(), out, Progress.NONE);
    require(
        result instanceof OpenExport.Written written && written.records() > 100,
        "all records went out: " + result);
    require(Files.exists(out.resolve("workspace.json")), "the loss-free file is there");
    require(Files.isDirectory(out.resolve("interviews")), "the pages are there");
    try (ClientWiring another = Desks.open(folder.resolve("comes-back"))) {
      OpenImport.Result read =
          OpenImport.read(another.ledger(), Optional.empty(), out, Progress.NONE);
      require(read instanceof OpenImport.Imported, "what went out is read: " + read);
      require(Desks.records(another).equals(Desks.records(client)), "every record came back");
    }
  }

  private void neverStalled() {
    System.out.println(
        "tour: longest wait of the window "
            + watch.longestMillis()
            + " ms; waited for a processor "
            + watch.starved()
            + " times");
    List<String> stalls = watch.stalls();
    stalls.forEach(System.out::println);
    require(stalls.isEmpty(), "the window stood still for too long");
  }

  private void firstStart() {
    anna = TourDesk.open(folder.resolve("anna"), "Researcher A");
    watch = StallWatch.start();
    Hands.await(
        "first page",
        () -> Hands.fx(() -> Hands.find(anna.root(), Hands.says("Start empty")).isPresent()));
    picture(anna, "01-first-start");
    Hands.click(anna.root(), Hands.says("Start empty"), "Start empty");
  }

  private void newInterview() {
    picture(anna, "02-home-empty");
    Hands.click(anna.root(), Hands.says("New interview"), "New interview");
    Hands.await("the caret in the notes", anna::isTyping);
    interview = anna.client().ledger().store().newest("interview", 0, 1).getFirst().id();
    memo = anna.client().interviews().open(interview).orElseThrow().memo();
  }

  private void typeNotes() {
    String words = "opens the app only to send the meter photo";
    Hands.type(words);
    Hands.await("notes are saved", () -> anna.client().memos().read(memo).equals(words));
    require(anna.notesOnScreen().equals(words), "the screen shows what was typed");
    picture(anna, "03-session-notes");
  }

  private void importTranscripts() {
    Hands.fxRun(() -> anna.window().importFiles(transcripts));
    Hands.await("all files are in", () -> interviews() == transcripts.size() + 1);
    Hands.await("import has ended", () -> Hands.fx(() -> anna.window().shell().tasks().isEmpty()));
    require(anna.sync().mode() == Mode.LOCAL, "no server is set yet");
  }

  private int interviews() {
    return (int)
        anna.client().interviews().list(0, 100).stream()
            .filter(row -> row.segments() > 0 || row.interview().id().equals(interview))
            .count();
  }

  private void pictureScreens() {
    for (String place : Hands.fx(() -> places(anna.window().shell()))) {
      Hands.fxRun(() -> anna.window().shell().open(place));
      picture(anna, "04-" + place);
    }
    RecordId imported =
        anna.client().interviews().list(0, 100).stream()
            .filter(row -> row.segments() > 0)
            .map(InterviewRow::interview)
            .map(found -> found.id())
            .findFirst()
            .orElseThrow();
    Hands.fxRun(() -> anna.window().openSession(imported));
    Hands.await(
        "transcript is shown",
        () ->
            Hands.fx(
                () ->
                    Hands.all(anna.root(), node -> node instanceof javafx.scene.control.ListCell<?>)
                            .size()
                        > 2));
    picture(anna, "04-session");
  }

  private static List<String> places(ShellViewModel shell) {
    return shell.places().stream().map(Place::id).toList();
  }

  private void join() throws Exception {
    server = ServerChild.start(folder.resolve("server"), 0);
    Hands.fxRun(() -> anna.window().join(server.address()));
    Hands.await("everything is on the server", () -> isInStep(anna));
    picture(anna, "05-sync-joined");
  }

  private void secondDesktop() {
    watch.excuse(() -> ben = TourDesk.open(folder.resolve("ben"), "Researcher B"));
    Hands.fxRun(() -> ben.window().join(server.address()));
    awaitSame();
    require(Desks.records(ben.client()).size() > 100, "there is something to compare");
    require(
        ben.client().memos().read(memo).equals(anna.client().memos().read(memo)),
        "notes are equal");
  }

  private void editApart() throws Exception {
    int port = server.port();
    server.close();
    openNotes(anna);
    openNotes(ben);
    Hands.await("both notice", () -> anna.sync().mode() == Mode.OFFLINE || isInStep(anna));
    anna.toFront();
    typeAtEnd(anna, " written by a");
    typeAtStart(ben, "seen by b ");
    Hands.await("a saved", () -> anna.client().memos().read(memo).endsWith("written by a"));
    Hands.await("b saved", () -> ben.client().memos().read(memo).startsWith("seen by b"));
    Hands.await("a is offline", () -> anna.sync().mode() == Mode.OFFLINE);
    Hands.fxRun(() -> anna.window().shell().open("sync"));
    picture(anna, "08-sync-offline");
    server = ServerChild.start(folder.resolve("server"), port);
    awaitSame();
    String both = anna.client().memos().read(memo);
    require(both.startsWith("seen by b") && both.endsWith("written by a"), "both texts: " + both);
    openNotes(anna);
    Hands.await("a's screen shows both", () -> anna.notesOnScreen().equals(both));
    Hands.await("b's screen shows both", () -> ben.notesOnScreen().equals(both));
  }

  private void killServer() throws Exception {
    int port = server.port();
    int before = Desks.records(anna.client()).size();
    Path many = TourFiles.generated(folder.resolve("files"), "long-talk.vtt", 1_500);
    Hands.fxRun(() -> anna.window().importFiles(List.of(many)));
    Hands.await("a push is under way", () -> Desks.records(anna.client()).size() > before + 900);
    server.kill();
    Hands.await("all turns are saved", () -> Desks.records(anna.client()).size() >= before + 1_503);
    server = ServerChild.start(folder.resolve("server"), port);
    awaitSame();
    require(
        Desks.records(ben.client()).size() == before + 1_503, "nothing lost and nothing doubled");
  }

  private void conflict() throws Exception {
    int port = server.port();
    server.close();
    rename(anna, "Title by A");
    rename(ben, "Title by B");
    server = ServerChild.start(folder.resolve("server"), port);
    awaitSame();
    require(
        anna.client().interviews().open(interview).orElseThrow().kept().size() == 1,
        "the other title is kept");
    openNotes(anna);
    picture(anna, "10-kept-version");
    Hands.fxRun(() -> anna.window().shell().open("sync"));
    picture(anna, "10-sync-kept");
  }

  private void recordAndHear() {
    Agreeing.everywhere(anna.client());
    TourRecording recording = new TourRecording(anna, ben, interview);
    recording.begin();
    picture(anna, "11-recorder");
    recording.end();
    picture(ben, "11-player");
  }

  private void rebuild() throws Exception {
    var before = Desks.records(anna.client());
    Path profile = anna.client().profile().folder();
    watch.excuse(anna::close);
    Desks.deleteStore(profile);
    watch.excuse(() -> anna = TourDesk.open(profile, "Researcher A"));
    URI address = server.address();
    Hands.fxRun(() -> anna.window().join(address));
    Hands.await("everything is back", () -> Desks.records(anna.client()).equals(before));
  }

  private void sample() throws Exception {
    watch.excuse(() -> other = TourDesk.open(folder.resolve("fresh"), "Researcher C"));
    TourDesk fresh = other;
    try {
      Hands.click(fresh.root(), Hands.says("Open sample"), "Open sample");
      Hands.await("the sample is open", () -> fresh.client().samples().isOpen());
      Hands.await(
          "home shows it",
          () -> Hands.fx(() -> Hands.find(fresh.root(), Hands.says("Remove sample")).isPresent()));
      picture(fresh, "12-home-sample");
      Hands.fxRun(() -> fresh.window().shell().open("library"));
      picture(fresh, "12-library-sample");
      RecordId first = fresh.client().samples().interviews().getFirst();
      Hands.fxRun(() -> fresh.window().openSession(first));
      Hands.await("notes are shown", () -> !fresh.notesOnScreen().isEmpty());
      picture(fresh, "12-session-sample");
      require(fresh.client().ledger().store().counts().waiting() == 0, "the sample never waits");
      Hands.fxRun(() -> fresh.window().shell().open("home"));
      Hands.click(fresh.root(), Hands.says("Remove sample"), "Remove sample");
      Hands.await("the sample is gone", () -> !fresh.client().samples().isOpen());
    } finally {
      watch.excuse(fresh::close);
    }
  }

  private void openNotes(TourDesk desk) {
    Hands.fxRun(() -> desk.window().openSession(interview));
    Hands.await("notes are open", () -> !desk.notesOnScreen().isEmpty());
  }

  private static void typeAtEnd(TourDesk desk, String text) {
    desk.edit(area -> area.appendText(text));
  }

  private static void typeAtStart(TourDesk desk, String text) {
    desk.edit(area -> area.insertText(0, text));
  }

  private void rename(TourDesk desk, String title) {
    desk.client()
        .interviews()
        .set(interview, java.util.Map.of("title", dev.throughline.model.value.Value.text(title)));
  }

  private void awaitSame() {
    Hands.await(
        "both desktops show the same",
        () ->
            isInStep(anna)
                && isInStep(ben)
                && Desks.records(anna.client()).equals(Desks.records(ben.client())));
  }

  private static boolean isInStep(TourDesk desk) {
    return desk.sync().mode() == Mode.SAVED
        && desk.client().ledger().store().counts().waiting() == 0;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("does not hold: " + what);
    }
  }

  private void close() {
    Stream.of(Optional.ofNullable(anna), Optional.ofNullable(ben))
        .flatMap(Optional::stream)
        .forEach(TourDesk::close);
    Optional.ofNullable(server).ifPresent(ServerChild::close);
    Optional.ofNullable(watch).ifPresent(StallWatch::close);
  }
}
