package dev.throughline.desktop.app;

import dev.throughline.desktop.account.KeyVault;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.failure.Crashes;
import dev.throughline.desktop.failure.Machine;
import dev.throughline.desktop.failure.Trail;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.sync.WorkspaceList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    Path folder = folder(from.profile().folder(), workspace);
    Start start = new Start(folder, vaults, from.settings().server(), false);
    CompletableFuture<Optional<String>> begun = new CompletableFuture<>();
    Thread.ofPlatform().name("window").start(() -> run(start, from, workspace, begun));
    return begun.join();
  }

  /** Beside the profile in use, named by the workspace. */
  static Path folder(Path profile, WorkspaceList.Entry workspace) {
    return profile.toAbsolutePath().resolveSibling("workspace-" + workspace.id());
  }

  private static void run(
      Start start,
      ClientWiring from,
      WorkspaceList.Entry workspace,
      CompletableFuture<Optional<String>> begun) {
    try {
      prepare(start.profile(), from, workspace);
      switch (FirstStart.of(start)) {
        case FirstStart.Second _ -> begun.complete(Optional.empty());
        case FirstStart.First(Profile.Opening opening) -> {
          OpenDesktop desktop = new OpenDesktop(start, crashes(), ShownWindow.NOTHING);
          begun.complete(Optional.empty());
          desktop.run(opening);
        }
      }
    } catch (UserError e) {
      begun.complete(Optional.of(e.shown()));
    } catch (RuntimeException e) {
      begun.complete(Optional.of(Texts.text("failure.start.other")));
      throw e;
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

  private static Crashes crashes() {
    return new Crashes(
        Machine.of(ClientWiring.VERSION, System.getProperties()),
        new Trail(),
        InstantSource.system(),
        Platform::isFxApplicationThread);
  }
}
