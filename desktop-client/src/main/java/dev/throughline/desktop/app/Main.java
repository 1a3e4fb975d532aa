package dev.throughline.desktop.app;

import dev.throughline.desktop.account.KeyVault;
import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.instance.Handover;
import dev.throughline.desktop.platform.AppFolders;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.store.JournalState;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.ui.Texts;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entry point of the desktop and of its commands for scripts. */
public final class Main {
  private static final String USAGE =
      """
      usage: desktop [FILE...] [--profile DIR] [--server URL]
             import FILE... [--profile DIR] [--json]
             export --out PATH [--format json|open|csv] [--profile DIR] [--json]
             sync --server URL [--name NAME] [--profile DIR] [--json]
             verify-package FILE [--key ID] [--json]
      """;

  private static final Set<String> WITH_VALUE =
      Set.of("--profile", "--server", "--out", "--format", "--name", "--key", "--keys");

  private Main() {}

  public static void main(String[] args) {
    TerminalLog.install();
    String command = args.length == 0 ? "desktop" : args[0];
    List<String> rest = args.length == 0 ? List.of() : List.of(args).subList(1, args.length);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      Arguments arguments = Arguments.parse(rest, WITH_VALUE, Set.of("--json", "--sample"));
      if (command.equals("desktop")) {
        DesktopApplication.open(startOf(arguments));
      } else if (command.equals("check")) {
        SelfCheck check = new SelfCheck();
        DesktopApplication.open(startOf(arguments), check);
        System.exit((check.isPassed() ? ExitCode.DONE : ExitCode.PARTLY).number());
      } else if (command.equals("verify-package")) {
        System.exit(
            PackageVerifier.run(
                arguments.rest(),
                arguments.option("--key"),
                new ScriptOutput(out, arguments.has("--json"))));
      } else {
        System.exit(script(command, arguments, out).number());
      }
    } catch (Arguments.Wrong e) {
      System.err.println(e.getMessage() + "\n" + USAGE);
      System.exit(ExitCode.USAGE.number());
    } catch (UserError e) {
      System.err.println(e.shown());
      System.exit(ExitCode.PROFILE.number());
    } catch (StoreDamaged _) {
      System.err.println(Texts.text("failure.store"));
      System.exit(ExitCode.PROFILE.number());
    } catch (InvalidPathException _) {
      System.err.println(Texts.text("failure.path"));
      System.exit(ExitCode.USAGE.number());
    } catch (RuntimeException e) {
      System.err.println(ScriptCrash.said(e));
      System.exit(ExitCode.PARTLY.number());
    }
  }

  private static ExitCode script(String command, Arguments arguments, PrintStream out)
      throws Arguments.Wrong, UserError {
    ScriptOutput output = new ScriptOutput(out, arguments.has("--json"));
    Optional<URI> server = arguments.option("--server").flatMap(ServerAddress::parse);
    requireSound(command, arguments, server);
    try (ClientWiring client = open(arguments)) {
      boolean isLost = JournalWords.say(client.ledger(), System.err) == JournalState.LOST;
      ExitCode code = run(command, arguments, client, output);
      sayCutOff(client, code);
      return isLost && code == ExitCode.DONE ? ExitCode.PARTLY : code;
    }
  }

  /** A disk that refuses has been told of. */
  private static void sayCutOff(ClientWiring client, ExitCode code) {
    if (code != ExitCode.PROFILE) {
      client.transcripts().cutOff().stream()
          .map(CutOffImports::sentence)
          .forEach(System.err::println);
    }
  }

  private static ExitCode run(
      String command, Arguments arguments, ClientWiring client, ScriptOutput output) {
    ScriptFiles files = new ScriptFiles(client, output);
    return switch (command) {
      case "import" -> files.importFiles(arguments.rest());
      case "export" -> {
        String place = arguments.option("--out").orElseThrow();
        yield files.export(Path.of(place), format(arguments, place).orElseThrow());
      }
      default -> {
        arguments.option("--name").ifPresent(client.settings()::setDisplayName);
        String author = client.settings().displayName().orElse(ClientWiring.NAMELESS);
        URI server = arguments.option("--server").flatMap(ServerAddress::parse).orElseThrow();
        yield new ScriptCommands(client, output).sync(server, author);
      }
    };
  }

  private static void requireSound(String command, Arguments arguments, Optional<URI> server)
      throws Arguments.Wrong {
    switch (command) {
      case "import" -> require(!arguments.rest().isEmpty(), "import needs at least one file");
      case "export" -> {
        require(arguments.has("--out"), "export needs --out PATH");
        require(
            format(arguments, "").isPresent(), "--format takes json, open or csv, nothing else");
      }
      case "sync" ->
          require(server.isPresent(), "sync needs --server URL, such as http://host:7480");
      default -> throw new Arguments.Wrong("there is no command " + command);
    }
  }

  private static Optional<ScriptFiles.ExportFormat> format(Arguments arguments, String out) {
    return arguments.has("--format")
        ? arguments.option("--format").flatMap(ScriptFiles.ExportFormat::named)
        : Optional.of(ScriptFiles.ExportFormat.fitting(out));
  }

  private static void require(boolean holds, String otherwise) throws Arguments.Wrong {
    if (!holds) {
      throw new Arguments.Wrong(otherwise);
    }
  }

  private static ClientWiring open(Arguments arguments) throws UserError {
    return switch (ClientWiring.openProfile(profile(arguments), vaults(arguments))) {
      case Profile.Opened(Profile profile) -> ClientWiring.of(profile);
      case Profile.NeedsRecoveryCode _ ->
          throw new UserError(
              "PRO-08",
              "The key of this profile is not on this computer. Nothing was changed. Open it once"
                  + " with the desktop, which asks for the recovery code.");
    };
  }

  private static Start startOf(Arguments arguments) throws Arguments.Wrong {
    Optional<URI> server = arguments.option("--server").flatMap(ServerAddress::parse);
    require(
        server.isPresent() || !arguments.has("--server"),
        "--server needs an address, such as http://host:7480");
    List<Path> files = arguments.rest().stream().map(Path::of).toList();
    require(
        files.size() <= Handover.filesMax(),
        "desktop takes at most " + Handover.filesMax() + " files at once");
    return new Start(
        profile(arguments), vaults(arguments), server, arguments.has("--sample"), files);
  }

  private static Path profile(Arguments arguments) {
    return arguments
        .option("--profile")
        .map(Path::of)
        .orElseGet(() -> AppFolders.defaultProfile(System.getenv(), System.getProperties()));
  }

  /** {@code --keys DIR} keeps keys in a folder instead of the keychain: for trials and servers. */
  private static List<KeyVault> vaults(Arguments arguments) {
    return arguments
        .option("--keys")
        .map(Path::of)
        .map(KeyVaults::ofFiles)
        .orElseGet(
            () -> KeyVaults.ofSystem(AppFolders.data(System.getenv(), System.getProperties())));
  }
}
