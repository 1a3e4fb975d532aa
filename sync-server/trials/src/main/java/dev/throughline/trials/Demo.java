package dev.throughline.trials;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.app.DesktopApplication;
import dev.throughline.desktop.app.Start;
import dev.throughline.desktop.platform.AppFolders;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.engines.EngineException;
import dev.throughline.standalone.StandaloneServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code ./workbench} does alone: a server of its own, and a desktop on the sample. */
final class Demo {
  private Demo() {}

  static int run() {
    Path data = AppFolders.data(System.getenv(), System.getProperties());
    try (StandaloneServer server =
        StandaloneServer.start(StandaloneServer.Options.in(data.resolve("server")))) {
      // Also when the terminal is closed or the process is told to stop: no database stays behind.
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      System.out.println("The server answers at " + server.url());
      DesktopApplication.open(
          new Start(
              data.resolve("profile"),
              KeyVaults.ofSystem(data),
              Optional.of(URI.create(server.url())),
              true));
      return 0;
    } catch (EngineException e) {
      System.err.println(e.getMessage());
    } catch (UserError e) {
      System.err.println(e.shown());
    }
    return 1;
  }
}
