package dev.throughline.desktop.settings;

import dev.throughline.desktop.app.ClientSettings;
import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.approval.FakeSigning;
import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Commands;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Keymap;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.device.DeviceParts;
import dev.throughline.desktop.hold.HoldsViewModel;
import dev.throughline.desktop.hold.PlayedHolds;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.people.AccessParts;
import dev.throughline.desktop.people.Team;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.rules.RulesViewModel;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.desktop.workspace.WorkspaceParts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A real profile with the Settings place over it. */
final class SettingsDesk implements AutoCloseable {
  final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:10:00Z"));
  final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
  final IntegerProperty scale = new SimpleIntegerProperty(100);
  final List<Toast> toasts = new ArrayList<>();
  final List<String> exported = new ArrayList<>();
  final ClientWiring client;
  final PlayedServer server = new PlayedServer();
  final SettingsViewModel place;

  SettingsDesk(Path folder) {
    client = Desk.open(folder);
    place = place(new Appearance(theme, scale), exports());
  }

  /** Remembers what it was asked for. */
  WorkspaceExport exports() {
    return new WorkspaceExport() {
      @Override
      public void everything(Path folder) {
        exported.add("everything " + folder.getFileName());
      }

      @Override
      public void json(Path file) {
        exported.add("json " + file.getFileName());
      }
    };
  }

  SettingsViewModel place(Appearance appearance, WorkspaceExport export) {
    return new SettingsViewModel(
        new SettingsParts(
            client.profile(),
            preferences(client.settings()),
            appearance,
            client.samples(),
            new AccountParts(client.account(), page -> {}, client.settings()::server, () -> {}),
            access(),
            new DeviceParts(
                server,
                time,
                Runnable::run,
                new ShownTime(InstantSource.system(), ZoneId.of("UTC")),
                toasts::add),
            FakeSigning.keys(
                client.ledger(),
                new Surroundings(
                    time,
                    Runnable::run,
                    new ShownTime(InstantSource.system(), ZoneId.of("UTC")),
                    toasts::add)),
            new RulesViewModel(
                FakeSigning.parts(
                    client.ledger(),
                    new Surroundings(
                        time,
                        Runnable::run,
                        new ShownTime(InstantSource.system(), ZoneId.of("UTC")),
                        toasts::add)),
                client.ledger()),
            new HoldsViewModel(
                PlayedHolds.parts(
                    client.ledger(),
                    new Surroundings(
                        time,
                        Runnable::run,
                        new ShownTime(InstantSource.system(), ZoneId.of("UTC")),
                        toasts::add))),
            new WorkspaceParts(server, time, Runnable::run, toasts::add),
            export,
            new About("0.1.0", "25")),
        time,
        Runnable::run,
        toasts::add);
  }

  private AccessParts access() {
    LocalStore store = client.ledger().store();
    Steps steps = new Steps(new UndoLog(client.ledger()), time, Runnable::run, toasts::add);
    return new AccessParts(new Team(store), steps, store, time, Runnable::run);
  }

  private static Preferences preferences(ClientSettings settings) {
    return new Preferences() {
      @Override
      public Optional<String> displayName() {
        return settings.displayName();
      }

      @Override
      public void setDisplayName(String name) {
        settings.setDisplayName(name);
      }

      @Override
      public void setTheme(String theme) {
        settings.setTheme(theme);
      }

      @Override
      public void setScale(int percent) {
        settings.setScale(percent);
      }
    };
  }

  @Override
  public void close() {
    client.close();
  }

  /** A few commands, none of which does anything. */
  static KeysViewModel keys() {
    Commands commands = new Commands(() -> EnumSet.allOf(Scope.class), _ -> {});
    commands.add(
        List.of(
            Command.named("go.palette", Group.GO, Icon.PALETTE).key("Ctrl+K").does(() -> {}),
            Command.named("session.find", Group.INTERVIEW, Icon.SEARCH)
                .in(Scope.SESSION)
                .key("Ctrl+F")
                .does(() -> {}),
            Command.named("library.find", Group.LIBRARY, Icon.FILTER)
                .in(Scope.LIBRARY)
                .key("Ctrl+F")
                .does(() -> {}),
            Command.named("sync.pause", Group.WORKSPACE, Icon.PAUSE).does(() -> {})));
    return new KeysViewModel(commands, new Keymap(commands, Map.of(), _ -> {}));
  }
}
