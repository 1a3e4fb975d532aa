package dev.throughline.house;

import dev.throughline.house.Repository.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What no line of the repository may hold, with what to write instead. */
final class LineRules {
  private static final int LENGTH_MAX = 120;

  /** One paragraph or one text a line: the reader's window wraps it. */
  private static final Set<String> PROSE =
      Set.of("md", "properties", "vtt", "srt", "txt", "json", "cmd");

  /** Put together from parts, so that this file does not report itself. */
  private static final String LATER = "TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK";

  /** A pattern that must not be found in files the test accepts. */
  private record Ban(Predicate<SourceFile> where, Pattern pattern, String what, String fix) {}

  private static final List<Ban> BANS =
      List.of(
          ban(
              file -> true,
              "\\b(" + LATER + ")\\b(?!\\(? ?#\\d+)",
              "unfinished work without an issue",
              "finish it, or file an issue and add its number: TO" + "DO #12"),
          ban(
              file -> !file.isTest(),
              "(?<![\\w.])/(root|home/\\w+|Users/\\w+)/",
              "a path of one machine",
              "say it relative to the repository or to the home folder (~)"),
          ban(
              file -> !PROSE.contains(file.ending()),
              "[ \\t]+$",
              "white space at the end of the line",
              "take it away"),
          ban(
              LineRules::isJava,
              "@" + "author\\b",
              "an author tag",
              "take it away; git knows who wrote what"),
          ban(
              LineRules::isJava,
              "\\.print" + "StackTrace\\(",
              "a stack trace on the console",
              "log it once where it is handled, exception last"),
          ban(
              LineRules::isJava,
              "\\borg\\.mock" + "ito\\b",
              "a mock library",
              "write a fake or use the real engine"),
          ban(LineRules::isJava, "^import (static )?lom" + "bok\\.", "Lombok", "write a record"),
          ban(LineRules::isJava, "\\bjavafx\\.fx" + "ml\\b", "FXML", "build the view in Java"),
          ban(
              LineRules::isJava,
              "@Display" + "Name\\b",
              "a display name",
              "let the method's name say the behaviour"),
          ban(
              LineRules::isJava,
              "@Dis" + "abled\\b(?!\\(\")",
              "a test switched off without a reason",
              "say why in the annotation, or mend the test"),
          ban(
              LineRules::isJava,
              "Thread\\.sle" + "ep\\(",
              "sleeping",
              "wait on a condition or drive the clock"),
          ban(
              LineRules::isJava,
              "\\bassert(True|False|Equals)" + "\\(",
              "a JUnit assertion",
              "use assertThat of AssertJ, which says what it saw"),
          ban(
              LineRules::isJava,
              "^\\s*//.*([;{}]|\\);?)\\s*$",
              "code in a comment",
              "take it away; git keeps it"),
          ban(
              file -> file.ending().equals("xml"),
              "<!--\\s*<",
              "code in a comment",
              "take it away; git keeps it"),
          ban(
              file -> file.ending().equals("properties"),
              "^\\s*#\\s*[\\w.-]+=",
              "a text in a comment",
              "take it away; git keeps it"),
          ban(
              file -> file.ending().equals("sql"),
              "^\\s*--.*;\\s*$",
              "code in a comment",
              "take it away; git keeps it"),
          ban(
              file -> file.ending().equals("css"),
              "/\\*[^*]*;\\s*\\*/",
              "code in a comment",
              "take it away; git keeps it"));

  private LineRules() {}

  static List<Finding> check(SourceFile file) {
    List<Finding> found = new ArrayList<>();
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      // The name of somebody else's class can be as long as they like.
      boolean isImport = line.startsWith("import ");
      if (line.length() > LENGTH_MAX && !isImport && !PROSE.contains(file.ending())) {
        found.add(
            new Finding(
                file.path(), i + 1, line.length() + " characters in a line", "break it at 120"));
      }
      for (Ban ban : BANS) {
        if (ban.where.test(file) && ban.pattern.matcher(line).find()) {
          found.add(new Finding(file.path(), i + 1, ban.what, ban.fix));
        }
      }
    }
    if (!PROSE.contains(file.ending()) && !file.text().endsWith("\n")) {
      found.add(new Finding(file.path(), lines.size(), "no line end at the end", "add one"));
    }
    return found;
  }

  private static boolean isJava(SourceFile file) {
    return file.ending().equals("java");
  }

  private static Ban ban(Predicate<SourceFile> where, String pattern, String what, String fix) {
    return new Ban(where, Pattern.compile(pattern), what, fix);
  }
}
