package dev.throughline.house;

import dev.throughline.house.Repository.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words people see: none missing, none unused, none that blames or shouts. */
final class TextRules {
  private static final Pattern KEY = Pattern.compile("[a-z]\\w*(\\.[\\w-]+)+\\.?");

  /** A name of a file looks like a key. */
  private static final Pattern FILE = Pattern.compile(".*\\.(json|css|md|vtt|srt|txt|properties)");

  /** From the look's page on words. */
  private static final Map<Pattern, String> WORDS =
      Map.ofEntries(
          word("!", "say it calmly, with a full stop or none"),
          word("(?i)\\bplease\\b", "say what to do"),
          word("(?i)\\bsuccess(fully|ful)?\\b", "say what is there now"),
          word("(?i)\\b(sorry|oops|whoops)\\b", "say what happened and what is safe"),
          word("(?i)\\bare you sure\\b", "say what will happen"),
          word("(?i)^error\\b", "the object's name first, then what happened"),
          word("(?i)\\b(failed to|unable to)\\b", "say what did not happen and what is safe"),
          word("(?i)\\b(invalid|illegal)\\b", "say how it should look"),
          word("(?i)\\busers?\\b", "say person, or what they are here"),
          word("(?i)\\b(login|log in|logged in)\\b", "say sign in"),
          word("(?i)\\bclick\\b", "say choose or press: keys do it too"),
          word("(?i)\\bprojects?\\b", "the glossary says study"),
          word("(?i)\\bcontacts?\\b", "the glossary says participant"));

  /** A text with its line in the properties file. */
  record Entry(String text, int line) {}

  private TextRules() {}

  /** The entries of a properties file; a key that stands twice is a finding. */
  static Map<String, Entry> read(SourceFile file, List<Finding> found) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      int begin = i;
      StringBuilder line = new StringBuilder(lines.get(i));
      while (line.toString().endsWith("\\") && i + 1 < lines.size()) {
        line.setLength(line.length() - 1);
        line.append(lines.get(++i).strip());
      }
      int equals = line.indexOf("=");
      if (equals > 0 && line.charAt(0) != '#') {
        String key = line.substring(0, equals).strip();
        var entry = new Entry(line.substring(equals + 1), begin + 1);
        if (entries.put(key, entry) != null) {
          found.add(
              new Finding(file.path(), entry.line, "the key " + key + " stands twice", "keep one"));
        }
      }
    }
    return entries;
  }

  static List<Finding> words(SourceFile file) {
    List<Finding> found = new ArrayList<>();
    read(file, found)
        .forEach(
            (key, entry) ->
                WORDS.forEach(
                    (pattern, fix) -> {
                      var match = pattern.matcher(entry.text());
                      if (match.find()) {
                        found.add(
                            new Finding(
                                file.path(),
                                entry.line(),
                                "“" + match.group() + "” in the text " + key,
                                fix));
                      }
                    }));
    return found;
  }

  /** Keys against the string literals of the code that shows them. */
  static List<Finding> keys(SourceFile file, List<JavaFacts> code) {
    List<Finding> found = new ArrayList<>();
    Map<String, Entry> entries = read(file, found);
    Set<String> groups =
        entries.keySet().stream()
            .map(key -> key.replaceFirst("\\..*", ""))
            .collect(Collectors.toSet());
    Set<String> literals =
        code.stream()
            .flatMap(facts -> facts.literals().stream())
            .map(JavaFacts.Named::name)
            .collect(Collectors.toSet());
    for (JavaFacts facts : code) {
      for (JavaFacts.Named literal : facts.literals()) {
        if (KEY.matcher(literal.name()).matches()
            && !FILE.matcher(literal.name()).matches()
            && groups.contains(literal.name().replaceFirst("\\..*", ""))
            && !isMet(literal.name(), entries.keySet(), literals)) {
          found.add(
              new Finding(
                  facts.path(),
                  literal.line(),
                  "no text has the key " + literal.name(),
                  "add to " + file.name() + ": " + literal.name() + "=…"));
        }
      }
    }
    unused(file, entries, literals, found);
    counted(file, entries, found);
    return found;
  }

  /** A key, the beginning of keys, or what follows a prefix such as {@code "command."}. */
  private static boolean isMet(String literal, Set<String> keys, Set<String> literals) {
    String prefix = literal.endsWith(".") ? literal : literal + ".";
    return keys.contains(literal)
        || keys.stream().anyMatch(key -> key.startsWith(prefix))
        || literals.stream()
            .anyMatch(before -> before.endsWith(".") && keys.contains(before + literal));
  }

  private static void unused(
      SourceFile file, Map<String, Entry> entries, Set<String> literals, List<Finding> found) {
    Set<String> prefixes = new TreeSet<>();
    Set<String> begins = new TreeSet<>(Set.of(""));
    Set<String> endings = new TreeSet<>(Set.of("", ".one", ".other"));
    for (String literal : literals) {
      if (literal.matches("[a-z]\\w*\\.\\w[\\w.-]*\\.")) {
        prefixes.add(literal);
      } else if (literal.matches("[a-z]\\w*\\.")) {
        begins.add(literal);
      } else if (literal.matches("\\.[\\w.-]+")) {
        endings.add(literal);
      }
    }
    entries.forEach(
        (key, entry) -> {
          boolean isUsed =
              prefixes.stream().anyMatch(key::startsWith)
                  || endings.stream().anyMatch(ending -> isSaid(key, begins, ending, literals));
          if (!isUsed) {
            found.add(
                new Finding(
                    file.path(),
                    entry.line(),
                    "nobody says the text " + key,
                    "take the line out, or use the key as a literal or after a literal prefix"));
          }
        });
  }

  /** Whether the key is one of the beginnings, then a literal, then the ending. */
  private static boolean isSaid(
      String key, Set<String> begins, String ending, Set<String> literals) {
    if (!key.endsWith(ending)) {
      return false;
    }
    String stem = key.substring(0, key.length() - ending.length());
    return begins.stream()
        .anyMatch(
            begin -> stem.startsWith(begin) && literals.contains(stem.substring(begin.length())));
  }

  private static void counted(SourceFile file, Map<String, Entry> entries, List<Finding> found) {
    entries.forEach(
        (key, entry) -> {
          String other = key.replaceFirst("\\.one$", ".other");
          if (!entries.containsKey(other)) {
            found.add(
                new Finding(
                    file.path(), entry.line(), key + " has no " + other, "add " + other + "=…"));
          }
        });
  }

  private static Map.Entry<Pattern, String> word(String pattern, String fix) {
    return Map.entry(Pattern.compile(pattern), fix);
  }
}
