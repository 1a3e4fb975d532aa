package dev.throughline.desktop.app;

import dev.throughline.desktop.failure.CrashReport;
import dev.throughline.desktop.failure.Crashes;
import dev.throughline.desktop.failure.Machine;
import dev.throughline.desktop.failure.Trail;
import dev.throughline.desktop.ui.Texts;
import java.time.InstantSource;

/** What a command for scripts says of a bug: a sentence, its code and where it broke. */
final class ScriptCrash {
  private ScriptCrash() {}

  /** Without the bug's own message, which may hold words of people. */
  static String said(RuntimeException bug) {
    Crashes crashes =
        new Crashes(
            Machine.of(ClientWiring.VERSION, System.getProperties()),
            new Trail(),
            InstantSource.system(),
            () -> false);
    CrashReport report = crashes.report(bug);
    return Texts.text("failure.script", report.code()) + "\n\n" + report.text();
  }
}
