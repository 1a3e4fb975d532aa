package dev.throughline.desktop.app;

import dev.throughline.desktop.signin.Browser;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The browser the person chose for this computer. */
final class SystemBrowser implements Browser {
  @Override
  public void open(URI page) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> program =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler")
            : List.of(system.contains("mac") ? "open" : "xdg-open");
    try {
      ProcessBuilder started = new ProcessBuilder(new java.util.ArrayList<>(program));
      started.command().add(page.toString());
      started.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException _) {
      System.err.println("The browser could not be opened; Settings can copy the address.");
    }
  }
}
