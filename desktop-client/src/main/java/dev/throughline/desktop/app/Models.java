package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Permissions;
import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.device.DeviceParts;
import dev.throughline.desktop.find.FindSource;
import dev.throughline.desktop.hold.HoldParts;
import dev.throughline.desktop.hold.HoldsViewModel;
import dev.throughline.desktop.home.FirstAnswers;
import dev.throughline.desktop.home.FirstRunViewModel;
import dev.throughline.desktop.home.HomeExits;
import dev.throughline.desktop.home.HomeViewModel;
import dev.throughline.desktop.home.NameViewModel;
import dev.throughline.desktop.home.SampleViewModel;
import dev.throughline.desktop.idea.IdeaParts;
import dev.throughline.desktop.interview.InterviewCommands;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.library.ExportViewModel;
import dev.throughline.desktop.library.FileImport;
import dev.throughline.desktop.library.ImportViewModel;
import dev.throughline.desktop.library.LibraryParts;
import dev.throughline.desktop.library.LibraryViewModel;
import dev.throughline.desktop.library.StudiesViewModel;
import dev.throughline.desktop.outbox.OutboxViewModel;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.outbox.ThisComputer;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.rules.RulesViewModel;
import dev.throughline.desktop.search.SearchIndex;
import dev.throughline.desktop.settings.About;
import dev.throughline.desktop.settings.AccountParts;
import dev.throughline.desktop.settings.Appearance;
import dev.throughline.desktop.settings.SettingsParts;
import dev.throughline.desktop.settings.SettingsViewModel;
import dev.throughline.desktop.settings.WorkspaceExport;
import dev.throughline.desktop.sync.SyncState;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.workspace.WorkspaceParts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The view models of one window, made once and shared by its places. */
final class Models implements AutoCloseable {
  private final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();
  private final Permissions permissions;
  private final InterviewList list;
  private final PlanningModels planning;
  private final IdeaParts ideas;
  private final HomeViewModel home;
  private final NameViewModel name;
  private final SampleViewModel sample;
  private final FirstRunViewModel firstRun;
  private final LibraryViewModel library;
  private final ImportViewModel imports;
  private final OutboxViewModel outbox;
  private final SettingsViewModel settings;
  private final SearchIndex index;
  private final ThreadBackground finding = new ThreadBackground();

  /** Where a server is asked, which may take its time: nothing that is saved waits behind it. */
  private final ThreadBackground asking = new ThreadBackground();

  private final FindSource findSource;
  private final FoundTexts found;

  Models(
      ClientWiring client,
      UndoCommands undo,
      Background background,
      UiThread ui,
      Theme theme,
      Toasts toasts,
      PlanningModels planning,
      Questions questions,
      WindowExits out) {
    HomeExits exits = out.home();
    this.planning = planning;
    permissions = new Permissions(client.ledger().store().rights(), ui);
    Clock clock = client.clock().withZone(ZoneId.systemDefault());
    list = new InterviewList(client.interviews(), background, ui);
    ObservableValue<Boolean> hasServer = hasServer(client, ui);
    ideas = planning.ideas(list, permissions, hasServer);
    InterviewCommands commands =
        new InterviewCommands(client.interviews(), undo, background, ui, clock, toasts);
    FileImport files =
        new FileImport(
            client.ledger(),
            client.transcripts(),
            client.interviews(),
            undo.log(),
            clock,
            client.importMarks());
    imports = new ImportViewModel(files, background, ui, tasks, toasts, questions);
    settings =
        new SettingsViewModel(
            settingsParts(
                client, theme, out.desks(), new Surroundings(asking, ui, times(client), toasts)),
            background,
            ui,
            toasts);
    outbox = outbox(client, background, ui, toasts);
    FirstAnswers kept = new NamingAnswers(client.settings(), () -> ui.run(settings::readName));
    name = new NameViewModel(kept, background, ui);
    sample = new SampleViewModel(client.samples(), list, background, ui, toasts);
    firstRun = new FirstRunViewModel(kept, name, sample, background, ServerAddress::parse, exits);
    home =
        new HomeViewModel(
            list, commands, planning.plan(exits.openSession()), planning.home(), exits);
    StudiesViewModel studies =
        new StudiesViewModel(list, client.studies(), client.ledger().store(), background, ui);
    index = client.searchIndex();
    index.onProgress(new IndexTask(tasks, ui)::take);
    findSource = new FindSource(index, client.studies(), finding);
    found = new FoundTexts(findSource, ui);
    // Once what is being built now is shown: people wait for the window, not for the index.
    ui.run(() -> index.start(background));
    library =
        new LibraryViewModel(
            list,
            commands,
            studies,
            new LibraryParts(clock, found, client.savedFilters(), background, ui),
            hasServer,
            exits.openSession());
    list.load();
  }

  private static ObservableValue<Boolean> hasServer(ClientWiring client, UiThread ui) {
    SimpleObjectProperty<Boolean> hasServer =
        new SimpleObjectProperty<>(client.settings().server().isPresent());
    client
        .status()
        .onChange(state -> ui.run(() -> hasServer.set(state.mode() != SyncState.Mode.LOCAL)));
    return hasServer;
  }

  private static ShownTime times(ClientWiring client) {
    return new ShownTime(client.clock(), ZoneId.systemDefault());
  }

  private SettingsParts settingsParts(
      ClientWiring client, Theme theme, ServerDesks desks, Surroundings around) {
    return new SettingsParts(
        client.profile(),
        client.settings(),
        new Appearance(theme.choiceProperty(), theme.scalePercentProperty()),
        client.samples(),
        new AccountParts(
            client.account(),
            new SystemBrowser(),
            client.settings()::server,
            client.loop()::tryNow),
        planning.access(),
        new DeviceParts(desks, around.background(), around.ui(), around.time(), around.toasts()),
        planning.signing().keys(),
        new RulesViewModel(planning.signing(), client.ledger()),
        new HoldsViewModel(holds(client, around)),
        new WorkspaceParts(desks, around.background(), around.ui(), around.toasts()),
        export(imports.exports()),
        new About(ClientWiring.VERSION, Runtime.version().toString()));
  }

  private static HoldParts holds(ClientWiring client, Surroundings around) {
    return new HoldParts(
        new ServerHolds(client.loop()), client.holdShelf(), client.ledger(), around);
  }

  private static WorkspaceExport export(ExportViewModel exports) {
    return new WorkspaceExport() {
      @Override
      public void everything(Path folder) {
        exports.everything(folder);
      }

      @Override
      public void json(Path file) {
        exports.json(file);
      }
    };
  }

  private OutboxViewModel outbox(
      ClientWiring client, Background background, UiThread ui, Toasts toasts) {
    return new OutboxViewModel(
        client.ledger(),
        client.loop(),
        client.status(),
        client.settings(),
        new ThisComputer(
            client.profile().folder(),
            client.profile().vault(),
            settings.isRecoverySavedProperty()),
        new Surroundings(background, ui, times(client), toasts));
  }

  /** Shows the long work of these models in the window. */
  void leadTasksTo(ObservableList<RunningTask> shown) {
    Bindings.bindContent(shown, tasks);
  }

  ObservableList<RunningTask> tasks() {
    return tasks;
  }

  /** Every interview, as lists show it. */
  InterviewList interviews() {
    return list;
  }

  /** What lists and pages of ideas work with. */
  IdeaParts ideas() {
    return ideas;
  }

  PlanningModels planning() {
    return planning;
  }

  HomeViewModel home() {
    return home;
  }

  NameViewModel name() {
    return name;
  }

  SampleViewModel sample() {
    return sample;
  }

  FirstRunViewModel firstRun() {
    return firstRun;
  }

  LibraryViewModel library() {
    return library;
  }

  ImportViewModel imports() {
    return imports;
  }

  OutboxViewModel outbox() {
    return outbox;
  }

  SettingsViewModel settings() {
    return settings;
  }

  FoundTexts found() {
    return found;
  }

  FindSource findSource() {
    return findSource;
  }

  /** Where everything is found. */
  SearchIndex index() {
    return index;
  }

  Permissions permissions() {
    return permissions;
  }

  @Override
  public void close() {
    permissions.close();
    finding.close();
    asking.abandon();
    index.close();
    outbox.close();
  }

  /** Exports, imports and marks of holds follow what is recorded here. */
  void hear(SoundDesks sound) {
    settings().holds().onChange(sound::readHolds);
    imports().use(sound.files());
  }
}
