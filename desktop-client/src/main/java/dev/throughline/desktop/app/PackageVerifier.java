package dev.throughline.desktop.app;

import dev.throughline.model.audit.CasePackage;
import dev.throughline.model.audit.PackageCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Checks a package of one handoff, with no server and no profile. */
final class PackageVerifier {
  private static final int PROVEN = 0;
  private static final int DISPROVED = 1;
  private static final int USAGE = 2;
  private static final int UNREADABLE = 3;

  /** More than this no package has: some hundred thousand events. */
  private static final long BYTES_MAX = 256L << 20;

  private PackageVerifier() {}

  /** Ends with 0 proven, 1 disproved, 2 used wrongly, 3 unreadable. */
  static int run(List<String> files, ScriptOutput output) {
    if (files.size() != 1) {
      output.say("Name one package.", Map.of("ok", false, "code", "PKG-01"));
      return USAGE;
    }
    List<String> lines;
    try {
      Path file = Path.of(files.getFirst());
      if (Files.size(file) > BYTES_MAX) {
        output.say("The package is too large. Code PKG-02.", Map.of("ok", false, "code", "PKG-02"));
        return UNREADABLE;
      }
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException _) {
      output.say("The package cannot be read. Code PKG-02.", Map.of("ok", false, "code", "PKG-02"));
      return UNREADABLE;
    }
    return switch (CasePackage.parse(lines)) {
      case CasePackage.Parsed.Unreadable(int line, String why) -> {
        output.say(
            "Line " + line + ": " + why + ". Code PKG-03.",
            Map.of("ok", false, "code", "PKG-03", "line", line, "why", why));
        yield UNREADABLE;
      }
      case CasePackage.Parsed.Read(CasePackage of) -> said(PackageCheck.of(of), output);
    };
  }

  private static int said(PackageCheck.Report report, ScriptOutput output) {
    String told = String.join("\n", report.lines());
    String result =
        report.isProven()
            ? "Proven: every link, digest and signature holds. It stands at " + report.state() + "."
            : "Disproved:\n" + String.join("\n", report.wrong());
    output.say(
        told.isEmpty() ? result : told + "\n" + result,
        Map.of("ok", report.isProven(), "state", report.state(), "wrong", report.wrong().size()));
    return report.isProven() ? PROVEN : DISPROVED;
  }
}
