package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Commands;
import dev.throughline.desktop.command.Keymap;
import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.comparison.ComparisonViewModel;
import dev.throughline.desktop.consent.ClipDesk;
import dev.throughline.desktop.exchange.ImportMark;
import dev.throughline.desktop.failure.CrashFolder;
import dev.throughline.desktop.home.HomeExits;
import dev.throughline.desktop.inbox.InboxViewModel;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.ResumePoint;
import dev.throughline.desktop.interview.SessionExits;
import dev.throughline.desktop.interview.SessionParts;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.palette.PaletteViewModel;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.settings.KeysViewModel;
import dev.throughline.desktop.settings.SettingsView;
import dev.throughline.desktop.shell.MainWindow;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.study.StudyExits;
import dev.throughline.desktop.ui.Frames;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.walkthrough.Walkthrough;
import dev.throughline.desktop.walkthrough.WalkthroughView;
import dev.throughline.model.id.RecordId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;

/** One open profile in one window: the view models, the places, and the ways between them. */
public final class DesktopWindow implements AutoCloseable {
  private final ClientWiring client;
  private final ThreadBackground background = new ThreadBackground();
  private final FxThread ui = new FxThread();
  private final Theme theme;
  private final UndoLog undo;
  private final Models models;
  private final ShellViewModel shell;
  private final LibraryPages library;
  private final ProductPages product;
  private final Walkthrough walkthrough;
  private final WindowMemory memory;
  private final MainWindow root;
  private final ComparisonViewModel comparison;
  private final SettlingModels settling;
  private final WindowCommands commands;
  private final SoundDesks sound;

  private DesktopWindow(ClientWiring client, Start start) {
    this.client = client;
    ClientSettings settings = client.settings();
    this.theme =
        new Theme(ThemeChoice.valueOf(settings.theme().toUpperCase(Locale.ROOT)), settings.scale());
    this.undo = new UndoLog(client.ledger());
    Toasts toasts = new Toasts();
    Questions questions = new Questions();
    UndoCommands back = new UndoCommands(undo, background, ui, toasts, this::compare, questions);
    this.comparison =
        new ComparisonViewModel(undo, client.ledger().store(), background, ui, toasts);
    PlanningModels planning = new PlanningModels(client, undo, background, ui, toasts);
    this.models =
        new Models(client, back, background, ui, theme, toasts, planning, questions, exits(start));
    this.settling = settling(back, questions, planning.clips());
    PlanningPages pages = new PlanningPages(models, studyExits());
    this.library =
        new LibraryPages(
            models,
            new SessionParts(
                client.interviews(),
                client.memos(),
                client.transcripts(),
                undo,
                client.ledger().store(),
                background,
                ui,
                client.clock(),
                ZoneId.systemDefault(),
                planning.around()),
            pages);
    this.product = new ProductPages(client, models, library);
    this.shell =
        new ShellViewModel(
            new Places(
                    models,
                    library,
                    product,
                    comparison,
                    settling,
                    new Places.Ways(this::openSettings, this::openInbox),
                    this::settings,
                    () -> sound().travel())
                .all(),
            client.clock());
    toasts.leadTo(shell.activity());
    questions.leadTo(shell);
    settling.leadTo(shell, this::showComment);
    models.leadTasksTo(shell.tasks());
    library.follow(shell, sessionExits(toasts, back));
    this.root = new MainWindow(shell, PlaceIds.SYNC, PlaceIds.SETTINGS);
    this.sound = new SoundDesks(client, planning, start.sound(), questions, models.interviews());
    this.memory = new WindowMemory(settings, shell, library.detailsProperty(), background, ui);
    this.walkthrough = new Walkthrough(settings, background);
    root.overlay(new WalkthroughView(walkthrough, root));
    new WalkthroughWatch(walkthrough, models.interviews()).follow(library, toasts);
    new WindowFacts(client, models, shell, background, ui).keep();
    this.commands = new WindowCommands(shell, settings, models.permissions(), toasts);
    PaletteViewModel palette =
        new PaletteViewModel(new PaletteThings(models, shell, commands, library, product));
    product.follow(shell, palette, settling::open, root.sheets());
    addCommands(palette, pages, back);
    root.equip(commands.commands(), commands.keymap(), commands::refusal, palette);
    sound.follow(shell, root, library::session, this::openSession);
    models.hear(sound);
    begin(start);
  }

  private SessionExits sessionExits(Toasts toasts, UndoCommands back) {
    return new SessionExits(
        shell.tasks(),
        toasts,
        () -> shell.open(PlaceIds.LIBRARY),
        back,
        this::openStudy,
        this::openParticipant);
  }

  private void addCommands(PaletteViewModel palette, PlanningPages pages, UndoCommands back) {
    commands.add(GoCommands.of(shell, palette, root::nextPane, this::findEverywhere));
    commands.add(WindowCommands.general(models, library));
    commands.add(ChosenCommands.of(library));
    commands.add(new SessionCommandList(library::session).all());
    commands.add(sound.commands(library::session));
    commands.add(new TravelCommands(sound, shell, studyExits().offline()).all());
    commands.add(new PlanningCommands(models, shell, pages, library::session).all());
    commands.add(EditCommands.of(back));
    commands.add(product.commands(library::session));
    commands.add(new SettlingCommands(settling, shell, pages).all());
    commands.add(CommentCommands.of(library::session, pages));
    commands.add(ViewCommands.of(theme, shell.activity(), root));
    commands.add(AccountCommands.of(shell, models.settings()));
    commands.add(RuleCommands.of(models, shell, root.sheets(), product.ideas()));
    commands.add(HoldCommands.of(models.settings().holds(), shell, root.sheets(), product.ideas()));
    commands.add(HelpCommands.of(shell, palette, walkthrough));
  }

  private SettlingModels settling(UndoCommands back, Questions questions, ClipDesk clips) {
    Surroundings around = models.planning().surroundings();
    return new SettlingModels(client, back, around, questions, clips, this::compare);
  }

  /** What is recorded and heard in this window; for trials. */
  public SoundDesks sound() {
    return sound;
  }

  private void showComment(RecordId comment) {
    library.showComment(comment);
    product.showComment(comment);
  }

  private void compare(UndoResult.ChangedSince changed) {
    comparison.show(changed, () -> shell.open(PlaceIds.COMPARISON));
  }

  /** Builds the window and starts syncing; on the JavaFX thread. */
  public static DesktopWindow open(ClientWiring client, Start start) {
    return new DesktopWindow(client, start);
  }

  private WindowExits exits(Start start) {
    return new WindowExits(
        exits(), new ServerDesks(client, new BesideWindow(start.vaults())::open));
  }

  private HomeExits exits() {
    return new HomeExits(
        this::openSession,
        this::resume,
        this::openStudy,
        this::openInbox,
        gap -> {
          models.library().showOnly(gap);
          shell.open(PlaceIds.LIBRARY);
        },
        this::importFiles,
        this::join);
  }

  private StudyExits studyExits() {
    return new StudyExits(
        this::openSession,
        this::openParticipant,
        this::openStudy,
        (study, gap) -> {
          models.library().showOnly(study, gap);
          shell.open(PlaceIds.LIBRARY);
        },
        () -> shell.open(PlaceIds.LIBRARY, PlaceIds.STUDIES),
        new StudyOffline(models.interviews(), () -> sound().offline()));
  }

  private void begin(Start start) {
    client.loop().start(background);
    background.run(undo::load);
    Optional<URI> server = start.server().or(client.settings()::server);
    background.run(
        () -> {
          start.server().map(Optional::of).ifPresent(client.settings()::setServer);
          server.ifPresent(client.loop()::connect);
          if (start.opensSample() && !client.settings().isBegun()) {
            client.samples().open();
            client.settings().setBegun();
            ui.run(walkthrough::beginOnce);
          }
          new LastPlace(client.ledger().store(), shell).comeBack(memory, start, ui);
        });
    models.firstRun().onSample(walkthrough::beginOnce);
    walkthrough.resume();
  }

  /** A scene with the window in it, in the person's looks. */
  public Scene scene(double width, double height) {
    Scene scene = new Scene(root, width, height);
    theme.dress(scene);
    return scene;
  }

  /** The looks of the window; changing them shows at once. */
  public Theme theme() {
    return theme;
  }

  /** Where the window is and what it says; for trials that walk through it. */
  public ShellViewModel shell() {
    return shell;
  }

  /** The interviews lists show by now; for trials that wait for them. */
  public List<InterviewRow> interviews() {
    return models.interviews().rows();
  }

  /** Everything that can be done in this window. */
  public Commands commands() {
    return commands.commands();
  }

  public Keymap keymap() {
    return commands.keymap();
  }

  /** What commands saved and how it is taken back. */
  public UndoLog undoLog() {
    return undo;
  }

  /** Waits until the background has done what was asked of it so far; for trials. */
  public void backgroundIdle() throws InterruptedException {
    java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
    background.run(done::countDown);
    done.await();
  }

  public ClientWiring client() {
    return client;
  }

  /** Opens the session page of an interview with the caret in its notes. */
  public void openSession(RecordId interview) {
    shell.open(PlaceIds.LIBRARY, PlaceIds.session(interview));
  }

  /** Opens find everywhere, or comes back to its field. */
  public void findEverywhere() {
    shell.open(PlaceIds.LIBRARY, PlaceIds.FIND);
    library.typeToFind();
  }

  /** Opens the page of a study. */
  public void openStudy(RecordId study) {
    shell.open(PlaceIds.LIBRARY, PlaceIds.study(study));
  }

  /** Opens the page of participants at one of them. */
  public void openParticipant(RecordId participant) {
    shell.open(PlaceIds.LIBRARY, PlaceIds.participant(participant));
  }

  private void resume(ResumePoint point) {
    openSession(point.interview());
    library.goTo(point);
  }

  /** Takes files in and shows how far they are. */
  public void importFiles(List<Path> files) {
    shell.open(PlaceIds.LIBRARY);
    // The place first, its lines with the next frame: together they make a long one.
    Frames.later(root, () -> models.imports().take(files, Optional.empty()));
  }

  /** Sets the server and syncs with it from now on. */
  public void join(URI server) {
    background.run(
        () -> {
          client.settings().setServer(Optional.of(server));
          client.loop().connect(server);
        });
    shell.open(PlaceIds.SYNC);
  }

  private SettingsView settings() {
    SettingsView view =
        new SettingsView(
            models.settings(), new KeysViewModel(commands.commands(), commands.keymap()));
    shell.locationProperty().subscribe(here -> PlaceIds.settings(here).ifPresent(view::reveal));
    return view;
  }

  /** The four guided steps; begins them for "Show me around". */
  public Walkthrough walkthrough() {
    return walkthrough;
  }

  /** Calls back with the id of every command that is used. */
  void onCommand(Consumer<String> told) {
    commands.commands().onUse(command -> told.accept(command.id()));
  }

  WindowMemory memory() {
    return memory;
  }

  CrashNotices crashNotices(CrashFolder folder) {
    return new CrashNotices(folder, shell.activity(), theme, background, ui);
  }

  /** Loads what pages need, a piece at a time; call it once the window is shown. */
  public void warmUp() {
    WarmUp.rest(library.sessionPieces(), library.pieces(), models.ideas().list()::start);
  }

  /** Looks the journal through and leaves a notice when there is something to say. */
  void checkJournal() {
    JournalWords.tell(client.ledger(), shell.activity(), background, ui);
  }

  /** Leaves a card for every import that was cut off. */
  void tellCutOff(List<ImportMark> marks) {
    new CutOffImports(
            client.transcripts(),
            this::importFiles,
            shell.activity()::tell,
            background,
            ui,
            Clock.system(ZoneId.systemDefault()))
        .tell(marks);
  }

  private void openInbox() {
    shell.open(PlaceIds.INBOX);
  }

  /** The Inbox of this window; for trials that walk through it. */
  public InboxViewModel inbox() {
    return settling.inbox();
  }

  private void openSettings() {
    shell.open(PlaceIds.SETTINGS);
  }

  /** Saves what was typed and not yet saved; returns when it is on disk. */
  public void flush() {
    library.flush();
    product.flush();
  }

  @Override
  public void close() {
    sound.close();
    library.close();
    product.close();
    models.close();
    background.run(models.planning()::leave);
    background.close();
    client.close();
  }
}
