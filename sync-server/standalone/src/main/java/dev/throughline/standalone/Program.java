package dev.throughline.standalone;

import dev.throughline.engines.EngineException;
import dev.throughline.identity.FirstPassword;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** One run from the command line: starts, says so, and stops when the system says so. */
final class Program {
  private static final int FAILED = 1;
  private static final int WRONG_OPTIONS = 2;

  private Optional<StandaloneServer> running = Optional.empty();

  /** Returns the exit code of a run that is over; empty while the server runs on. */
  Optional<Integer> run(CommandLine commandLine) {
    return switch (commandLine) {
      case CommandLine.Help _ -> {
        System.out.println(CommandLine.USAGE);
        yield Optional.of(0);
      }
      case CommandLine.Wrong(String sentence) -> {
        System.err.println(sentence + System.lineSeparator() + CommandLine.USAGE);
        yield Optional.of(WRONG_OPTIONS);
      }
      case CommandLine.Run(var options) -> run(options);
    };
  }

  private Optional<Integer> run(StandaloneServer.Options options) {
    quietLog();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    try {
      start(options);
      return Optional.empty();
    } catch (EngineException e) {
      System.err.println(e.getMessage());
    } catch (FolderTrouble e) {
      System.err.println(e.getMessage());
    } catch (RuntimeException _) {
      // The server has said why in its log.
    }
    return Optional.of(FAILED);
  }

  /** Reads our own log settings once; Spring warns of the property when it stays. */
  private static void quietLog() {
    String setting = "logback.configurationFile";
    if (System.getProperty(setting) == null) {
      System.setProperty(setting, "standalone-log.xml");
      LoggerFactory.getILoggerFactory();
      System.clearProperty(setting);
    }
  }

  /** A signal during the start waits for its end, so that no database is left behind. */
  private synchronized void start(StandaloneServer.Options options) {
    var server = StandaloneServer.start(options);
    running = Optional.of(server);
    System.out.printf(
        "Throughline server ready at %s (data in %s)%n", server.url(), options.data());
    server.issuer().ifPresent(issuer -> System.out.printf("People sign in at %s%n", issuer));
    show(server.firstPasswords());
    System.out.flush();
  }

  private static void show(List<FirstPassword> passwords) {
    if (!passwords.isEmpty()) {
      System.out.println("Demo people, made just now. Their passwords are shown only this once:");
      passwords.forEach(one -> System.out.printf("  %-18s %s%n", one.username(), one.password()));
    }
  }

  private synchronized void stop() {
    running.ifPresent(StandaloneServer::close);
  }
}
