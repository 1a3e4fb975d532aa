package dev.throughline.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** The options of a start, as typed. */
sealed interface CommandLine {
  String USAGE =
      """
      Options:
        --data DIR      where everything is kept (default: this user's data folder)
        --port N        where to answer; 0 takes a free port (default: 7480)
        --pg-port N     where the database answers; 0 takes a free port (default: 0)
        --sign-in       people sign in with an identity provider that runs beside the server
        --help          this text\
      """;

  int PORT_MAX = 65_535;

  record Run(StandaloneServer.Options options) implements CommandLine {}

  record Help() implements CommandLine {}

  /** The sentence says what is wrong and names the option. */
  record Wrong(String sentence) implements CommandLine {}

  static CommandLine parse(String[] arguments, Path defaultData) {
    var data = defaultData;
    int port = StandaloneServer.DEFAULT_PORT;
    int postgresPort = 0;
    boolean signIn = false;
    var left = new ArrayDeque<>(List.of(arguments));
    while (!left.isEmpty()) {
      var name = left.pop();
      if (name.equals("--help")) {
        return new Help();
      }
      if (name.equals("--sign-in")) {
        signIn = true;
        continue;
      }
      if (!List.of("--data", "--port", "--pg-port").contains(name)) {
        return new Wrong("There is no option " + name + ".");
      }
      if (left.isEmpty()) {
        return new Wrong("The option " + name + " needs a value.");
      }
      var value = left.pop();
      var number = port(value);
      var folder = folder(value);
      boolean isRight = name.equals("--data") ? folder.isPresent() : number.isPresent();
      if (!isRight) {
        return new Wrong("The option " + name + " cannot be " + value + ".");
      }
      switch (name) {
        case "--data" -> data = folder.orElseThrow();
        case "--port" -> port = number.orElseThrow();
        default -> postgresPort = number.orElseThrow();
      }
    }
    return new Run(
        new StandaloneServer.Options(
            data, port, postgresPort, data.resolve("postgres-programs"), signIn));
  }

  private static Optional<Integer> port(String text) {
    try {
      int number = Integer.parseInt(text);
      return number >= 0 && number <= PORT_MAX ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Path> folder(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text).toAbsolutePath());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
