package dev.throughline.desktop.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line: options with a value, switches, and the rest in order. */
record Arguments(Map<String, String> options, List<String> rest) {
  /** What a wrong command line is told; the caller shows it with the usage. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String message) {
      super(message);
    }
  }

  static Arguments parse(List<String> args, Set<String> withValue, Set<String> switches)
      throws Wrong {
    Map<String, String> options = new HashMap<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (switches.contains(arg)) {
        options.put(arg, "yes");
      } else if (withValue.contains(arg)) {
        if (++i == args.size()) {
          throw new Wrong(arg + " needs a value");
        }
        if (args.get(i).isBlank()) {
          throw new Wrong(arg + " needs a value that is not empty");
        }
        options.put(arg, args.get(i));
      } else if (arg.startsWith("--")) {
        throw new Wrong("there is no option " + arg);
      } else {
        rest.add(arg);
      }
    }
    return new Arguments(options, rest);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  boolean has(String name) {
    return options.containsKey(name);
  }
}
