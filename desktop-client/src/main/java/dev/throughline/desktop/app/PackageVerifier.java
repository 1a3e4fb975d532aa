package dev.throughline.desktop.app;

import dev.throughline.model.audit.CasePackage;
import dev.throughline.model.audit.PackageCheck;
import dev.throughline.model.audit.PackageSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks a package of one handoff, with no server and no profile. */
final class PackageVerifier {
  private static final int PROVEN = 0;
  private static final int DISPROVED = 1;
  private static final int USAGE = 2;
  private static final int UNREADABLE = 3;
  private static final int UNSEALED = 4;

  /** More than this no package has: some hundred thousand events. */
  private static final long BYTES_MAX = 256L << 20;

  private PackageVerifier() {}

  /**
   * Ends with 0 proven, 1 disproved, 2 used wrongly, 3 unreadable, 4 when nobody says that it is
   * whole.
   *
   * @param key the id of the key it has to be sealed with; empty for any
   */
  static int run(List<String> files, Optional<String> key, ScriptOutput output) {
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
      case CasePackage.Parsed.Read(CasePackage of) -> said(PackageCheck.of(of), key, output);
    };
  }

  private static int said(PackageCheck.Report report, Optional<String> key, ScriptOutput output) {
    Optional<String> sealedWith = report.seal().map(PackageSeal.Sealed::keyId);
    boolean isBy =
        key.isEmpty() || key.map(its -> its.strip().toLowerCase(Locale.ROOT)).equals(sealedWith);
    List<String> wrong = new ArrayList<>(report.wrong());
    if (!isBy) {
      wrong.add("It is not sealed with the key you named.");
    }
    int code = !wrong.isEmpty() ? DISPROVED : report.isProven() ? PROVEN : UNSEALED;
    List<String> told = new ArrayList<>(report.lines());
    told.add(
        switch (code) {
          case PROVEN -> proven(report, key.isPresent());
          case UNSEALED ->
              "What it shows holds, up to "
                  + report.state()
                  + ". But no server sealed it, so nothing says that it shows everything. Code"
                  + " PKG-04.";
          default -> "Disproved:\n" + String.join("\n", wrong);
        });
    output.say(
        String.join("\n", told),
        Map.of(
            "ok", code == PROVEN,
            "state", report.state(),
            "wrong", wrong.size(),
            "key", sealedWith.orElse(""),
            "at", report.seal().map(its -> its.seal().at().toString()).orElse("")));
    return code;
  }

  private static String proven(PackageCheck.Report report, boolean isNamed) {
    PackageSeal.Sealed seal = report.seal().orElseThrow();
    return "Proven: every link, digest and signature holds, and nothing is left out. At "
        + seal.seal().at()
        + " it stood at "
        + report.state()
        + ".\nSealed with key "
        + seal.keyId()
        + (isNamed
            ? ", which you named."
            : ". Ask whoever runs the server whether that is theirs (GET /audit/v1/key), or name it"
                + " with --key.");
  }
}
