package dev.throughline.desktop.app;

import dev.throughline.desktop.blob.BlobFolders;
import dev.throughline.desktop.blob.SoundFiles;
import dev.throughline.desktop.capture.RecorderStatus;
import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.hold.HoldMarks;
import dev.throughline.desktop.hold.HoldParts;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.interview.SessionPage;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.recording.Live;
import dev.throughline.desktop.recording.Loaded;
import dev.throughline.desktop.recording.PlayerDesk;
import dev.throughline.desktop.recording.RecordButton;
import dev.throughline.desktop.recording.RecordingDesk;
import dev.throughline.desktop.recording.RecordingParts;
import dev.throughline.desktop.recording.SoundImport;
import dev.throughline.desktop.recording.SoundStrip;
import dev.throughline.desktop.shell.Location;
import dev.throughline.desktop.shell.MainWindow;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.travel.OfflineDesk;
import dev.throughline.desktop.travel.TravelViewModel;
import dev.throughline.desktop.travel.Whereabouts;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;

/** What is recorded and heard in one window, whatever page is shown. */
public final class SoundDesks implements AutoCloseable {
  private static final Duration ASK_OTHERS = Duration.ofSeconds(30);

  private final RecordingParts parts;
  private final RecordingDesk recording;
  private final PlayerDesk playing;
  private final TravellingSound blobs;
  private final TravelViewModel travel;
  private final OfflineDesk offline;
  private final Whereabouts whereabouts;
  private final HoldMarks holds;
  private final Surroundings around;
  private final Clock clock;
  private Optional<RecordId> interview = Optional.empty();
  private Optional<RecordButton> button = Optional.empty();
  private Optional<SoundImport> imports = Optional.empty();

  SoundDesks(
      ClientWiring client,
      PlanningModels planning,
      Start.Sound sound,
      Consumer<Question> questions,
      InterviewList interviews) {
    this.around = planning.surroundings();
    this.clock = client.clock().withZone(ZoneId.systemDefault());
    Path folder = client.profile().folder().resolve("recordings");
    SystemDisk disk = new SystemDisk();
    this.parts =
        new RecordingParts(
            client.recordings(),
            client.ledger(),
            planning.steps(),
            client.rulings(),
            sound.inputs(),
            client.settings(),
            disk,
            folder,
            client.clock(),
            new SecureRandom(),
            around);
    this.recording = new RecordingDesk(parts);
    this.blobs = new TravellingSound(client, disk, recording, around);
    this.travel =
        new TravelViewModel(
            blobs.blobs(), client.ledger().store(), client.settings(), questions, around);
    this.whereabouts = new Whereabouts(blobs.blobs(), around, interviews::relocate);
    interviews.locate(whereabouts::of);
    askLater();
    this.offline = new OfflineDesk(blobs.blobs(), client.recordings()::of, questions, around);
    this.holds =
        new HoldMarks(
            new HoldParts(
                new ServerHolds(client.loop()), client.holdShelf(), client.ledger(), around));
    this.playing =
        new PlayerDesk(
            recording,
            blobs,
            sound.output(),
            disk,
            BlobFolders.in(client.profile().folder()).waves(),
            client.positions(),
            holds::of,
            around);
    readHolds();
  }

  /** Marks what is on hold by the list that came last. */
  void readHolds() {
    around.background().run(holds::read);
  }

  /** How far others are with sending changes without anything happening here. */
  private void askLater() {
    around
        .background()
        .later(
            ASK_OTHERS,
            () ->
                around
                    .background()
                    .loop(
                        "recordings-ask",
                        () -> {
                          whereabouts.askOthers();
                          askLater();
                        }));
  }

  /** Recordings as files, for exports and imports. */
  SoundFiles files() {
    return blobs.files();
  }

  /** What is recorded. */
  public RecordingDesk recording() {
    return recording;
  }

  /** What is heard. */
  public PlayerDesk playing() {
    return playing;
  }

  /** What travels, for the Sync place. */
  public TravelViewModel travel() {
    return travel;
  }

  /** Makes recordings available offline. */
  public OfflineDesk offline() {
    return offline;
  }

  /** Puts recorder and player into the window, and keeps them at the page that is shown. */
  void follow(
      ShellViewModel shell,
      MainWindow window,
      Supplier<Optional<SessionPage>> page,
      Consumer<RecordId> openSession) {
    SoundStrip strip = new SoundStrip(recording, playing, offline, clock);
    strip.onTick(
        heard ->
            page.get()
                .ifPresent(
                    shown ->
                        shown
                            .sound()
                            .follow(
                                heard
                                    .filter(its -> its.player().state().isPlaying())
                                    .map(Loaded::atMillis))));
    window.below(strip);
    button =
        Optional.of(
            new RecordButton(
                recording,
                () -> start(page.get()),
                () -> recording.liveProperty().get().map(Live::interview).ifPresent(openSession)));
    button.ifPresent(window::atTop);
    recording.onEnd(
        over ->
            page.get()
                .filter(_ -> interview.equals(Optional.of(over.interview())))
                .ifPresent(SessionPage::beginDebrief));
    imports =
        Optional.of(new SoundImport(parts, shell.tasks(), blobs::keepOriginal, playing::again));
    shell
        .locationProperty()
        .subscribe(
            here -> {
              interview = shown(here);
              playing.show(interview);
              offline.show(interview);
              // The page of a place is made after its location is told.
              around.ui().run(() -> page.get().ifPresent(this::equip));
            });
  }

  private void equip(SessionPage page) {
    page.sound().onPlay(playing::playFrom);
    page.sound().stampLines(this::stamp);
    page.sound().onSound(SoundImport::isSound, this::take);
  }

  /** Takes sound files into the interview that is shown. */
  public void take(List<Path> files) {
    imports.ifPresent(door -> interview.ifPresent(of -> door.take(files, of)));
  }

  private void choose(Optional<SessionPage> page) {
    page.ifPresent(
        shown -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(Texts.text("recording.import.choose"));
          chooser
              .getExtensionFilters()
              .add(
                  new FileChooser.ExtensionFilter(
                      Texts.text("recording.import.files"), SoundImport.patterns()));
          List<File> chosen = chooser.showOpenMultipleDialog(shown.getScene().getWindow());
          if (chosen != null) {
            take(chosen.stream().map(File::toPath).toList());
          }
        });
  }

  /** The moment that is recorded or heard, as it stands in notes. */
  private Optional<String> stamp() {
    Optional<Long> recorded =
        recording
            .liveProperty()
            .get()
            .filter(its -> interview.equals(Optional.of(its.interview())))
            .flatMap(_ -> recording.status())
            .map(RecorderStatus::elapsedMillis);
    return recorded.or(this::heard).map(SoundDesks::stamp);
  }

  private Optional<Long> heard() {
    return playing
        .loadedProperty()
        .get()
        .filter(its -> its.player().state().isPlaying())
        .map(Loaded::atMillis);
  }

  private static String stamp(long millis) {
    Duration at = Duration.ofMillis(millis);
    return String.format(
        Locale.ROOT, "[%02d:%02d:%02d]", at.toHours(), at.toMinutesPart(), at.toSecondsPart());
  }

  private static Optional<RecordId> shown(Location here) {
    return here.place().equals(PlaceIds.LIBRARY)
        ? PlaceIds.interview(here.page())
        : Optional.empty();
  }

  /** Records the interview that is shown; where the person did not agree, says so and asks. */
  private void start(Optional<SessionPage> page) {
    Optional<RecordId> of = interview;
    if (of.isEmpty() || page.isEmpty()) {
      return;
    }
    recording.obstacle(
        of.get(),
        why -> {
          if (why.isEmpty()) {
            recording.start(of.get());
          } else {
            page.get().beginConsent();
            around
                .toasts()
                .accept(
                    new Toast(
                        Toast.Kind.ATTENTION, Texts.text("recording.locked"), why, List.of()));
          }
        });
  }

  List<Command> commands(Supplier<Optional<SessionPage>> page) {
    String none = "command.record.stop.off";
    String silent = "command.play.off";
    return List.of(
        named("record.start", Icon.RECORD)
            .key("Ctrl+Shift+R")
            .onlyIf(() -> !isLive() && interview.isPresent(), "command.record.start.off")
            .does(() -> start(page.get())),
        named("record.stop", Icon.STOP).onlyIf(this::isLive, none).does(recording::stop),
        named("record.pause", Icon.PAUSE).onlyIf(this::isLive, none).does(this::pauseOrGoOn),
        named("record.bookmark", Icon.BOOKMARK)
            .key("F8")
            .onlyIf(this::isLive, none)
            .does(() -> recording.bookmark("")),
        named("record.input", Icon.SESSION)
            .onlyIf(() -> !isLive(), "command.record.input.off")
            .does(() -> button.ifPresent(RecordButton::chooseInput)),
        named("record.import", Icon.IMPORT)
            .onlyIf(() -> interview.isPresent(), "command.record.start.off")
            .does(() -> choose(page.get())),
        named("record.stamp", Icon.SESSION)
            .key("Ctrl+J")
            .onlyIf(() -> stamp().isPresent(), "command.record.stamp.off")
            .does(() -> page.get().ifPresent(it -> it.sound().stampLine())),
        named("play.toggle", Icon.PLAY)
            .key("Ctrl+Space")
            .onlyIf(this::isLoaded, silent)
            .does(playing::playOrPause),
        named("play.turn", Icon.PLAY)
            .onlyIf(this::isLoaded, silent)
            .does(
                () ->
                    page.get().flatMap(it -> it.sound().turnMillis()).ifPresent(playing::playFrom)),
        named("play.back", Icon.BACK)
            .key("Ctrl+Alt+Left")
            .onlyIf(this::isLoaded, silent)
            .does(() -> playing.step(-PlayerDesk.STEP_MILLIS)),
        named("play.forward", Icon.FORWARD)
            .key("Ctrl+Alt+Right")
            .onlyIf(this::isLoaded, silent)
            .does(() -> playing.step(PlayerDesk.STEP_MILLIS)),
        named("play.slower", Icon.SPEED)
            .key("Ctrl+Alt+Down")
            .onlyIf(this::isLoaded, silent)
            .does(playing::slower),
        named("play.faster", Icon.SPEED)
            .key("Ctrl+Alt+Up")
            .onlyIf(this::isLoaded, silent)
            .does(playing::faster),
        named("play.zoomIn", Icon.ZOOM_IN)
            .in(Scope.SESSION)
            .key("Z")
            .onlyIf(this::isLoaded, silent)
            .does(() -> playing.zoom(1)),
        named("play.zoomOut", Icon.ZOOM_OUT)
            .in(Scope.SESSION)
            .key("Shift+Z")
            .onlyIf(this::isLoaded, silent)
            .does(() -> playing.zoom(-1)));
  }

  private static Command.Draft named(String id, Icon icon) {
    return Command.named(id, Group.SOUND, icon);
  }

  private void pauseOrGoOn() {
    boolean isPaused =
        recording.status().filter(its -> its.state() == RecorderStatus.State.PAUSED).isPresent();
    if (isPaused) {
      recording.resume();
    } else {
      recording.pause();
    }
  }

  private boolean isLive() {
    return recording.liveProperty().get().isPresent();
  }

  private boolean isLoaded() {
    return playing.loadedProperty().get().isPresent();
  }

  @Override
  public void close() {
    playing.close();
    recording.close();
    travel.close();
    offline.close();
    whereabouts.close();
    blobs.close();
  }
}
