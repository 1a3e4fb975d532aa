package dev.throughline.desktop.app;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.notice.Toast;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;

/** The desktop in a process of its own that prints what its window shows. */
final class WatchedDesktop {
  private WatchedDesktop() {}

  /** Arguments: profile folder, then files. */
  public static void main(String[] args) throws Exception {
    Path profile = Path.of(args[0]);
    List<Path> files = List.of(args).subList(1, args.length).stream().map(Path::of).toList();
    Path keys = profile.resolveSibling("keys");
    Start start = new Start(profile, KeyVaults.ofFiles(keys), Optional.empty(), false, files);
    try {
      DesktopApplication.open(start, WatchedDesktop::watch);
    } catch (UserError e) {
      System.out.println("refused " + e.code());
      System.exit(3);
    }
  }

  private static void watch(Stage stage, DesktopWindow window) {
    var toasts = window.shell().toasts();
    toasts.addListener(
        (ListChangeListener<Toast>)
            change -> toasts.forEach(toast -> System.out.println("notice " + toast.title())));
    window
        .client()
        .ledger()
        .store()
        .onChange(
            changed ->
                System.out.println(
                    "interviews " + window.client().interviews().list(0, 100).size()));
    System.out.println("shown");
  }
}
