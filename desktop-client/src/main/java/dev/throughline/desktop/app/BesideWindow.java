package dev.throughline.desktop.app;

import dev.throughline.desktop.account.KeyVault;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.failure.CrashFolder;
import dev.throughline.desktop.failure.Crashes;
import dev.throughline.desktop.failure.Machine;
import dev.throughline.desktop.failure.Trail;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.sync.WorkspaceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * Opens another workspace of a server in a window of its own, beside the one that is open: with a
 * profile of its own, which lies beside this one's and has a key, a journal and a sign-in of its
 * own.
 */
final class BesideWindow {
  private final List<KeyVault> vaults;

  BesideWindow(List<KeyVault> vaults) {
    this.vaults = vaults;
  }

  /** Returns once the window is on its way, or with the sentence why it is not. */
  Optional<String> open(ClientWiring from, WorkspaceList.Entry workspace) {
    // So that the way back leads to this profile.
    from.workspace().ifPresent(from.settings()::setWorkspace);
    Path folder = folder(from.profile().folder(), workspace);
    Start start = new Start(folder, vaults, from.settings().server(), false);
    CompletableFuture<Optional<String>> begun = new CompletableFuture<>();
    Thread.ofPlatform().name("window").start(() -> run(start, from, workspace, begun));
    return begun.join();
  }

  /** Beside the profile in use: the one that has joined that workspace, or a new one. */
  static Path folder(Path profile, WorkspaceList.Entry workspace) {
    Path own = profile.toAbsolutePath();
    try (Stream<Path> beside = Files.list(own.resolveSibling("."))) {
      return beside
          .map(Path::normalize)
          .filter(folder -> !folder.equals(own.normalize()))
          .filter(folder -> Files.exists(folder.resolve("settings.json")))
          .filter(folder -> isFor(folder, workspace))
          .sorted()
          .findFirst()
          .orElseGet(() -> own.resolveSibling("workspace-" + workspace.id()));
    } catch (IOException _) {
      return own.resolveSibling("workspace-" + workspace.id());
    }
  }

  private static boolean isFor(Path folder, WorkspaceList.Entry workspace) {
    return ClientSettings.open(folder).workspace().filter(workspace.id()::equals).isPresent();
  }

  private static void run(
      Start start,
      ClientWiring from,
      WorkspaceList.Entry workspace,
      CompletableFuture<Optional<String>> begun) {
    Path folder = start.profile();
    try {
      prepare(folder, from, workspace);
      switch (FirstStart.of(start)) {
        case FirstStart.Second _ -> begun.complete(Optional.empty());
        case FirstStart.First(Profile.Opening opening) -> {
          if (opening instanceof Profile.NeedsRecoveryCode) {
            begun.complete(Optional.empty());
          }
          new OpenDesktop(start, crashes(folder), (_, _) -> begun.complete(Optional.empty()))
              .run(opening);
        }
      }
    } catch (UserError e) {
      begun.complete(Optional.of(e.shown()));
    } finally {
      begun.complete(Optional.of(Texts.text("failure.start.other")));
    }
  }

  /** Its settings begin as they are here, so that nobody is asked again. */
  private static void prepare(Path folder, ClientWiring from, WorkspaceList.Entry workspace) {
    if (!Files.exists(folder.resolve("settings.json"))) {
      ClientSettings settings = ClientSettings.open(folder);
      settings.setWorkspace(workspace.id());
      settings.setServer(from.settings().server());
      settings.setTheme(from.settings().theme());
      settings.setScale(from.settings().scale());
      settings.setDeviceName(from.settings().deviceName());
      from.settings().displayName().ifPresent(settings::setDisplayName);
      settings.setNameAsked();
      settings.setBegun();
    }
  }

  /** What goes wrong is told by the window that began first; this one remembers its own steps. */
  private static Crashes crashes(Path folder) {
    Crashes crashes =
        new Crashes(
            Machine.of(ClientWiring.VERSION, System.getProperties()),
            new Trail(),
            InstantSource.system(),
            Platform::isFxApplicationThread);
    crashes.keepIn(new CrashFolder(folder));
    return crashes;
  }
}
