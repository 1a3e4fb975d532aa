package dev.throughline.house;

import dev.throughline.house.Repository.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Links lead somewhere; every path and class a page names exists. */
final class DocsRules {
  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
  private static final Pattern TYPE = Pattern.compile("([A-Z][a-z0-9]\\w*)(\\.[\\w()]+)*");
  private static final Pattern PACKAGE =
      Pattern.compile("(dev\\.throughline(\\.[a-z]\\w*)+)(\\.[A-Z]\\w*)*");
  private static final Pattern PATH = Pattern.compile("(\\./|\\.)?[A-Za-z][\\w.-]*(/[\\w.*-]+)+/?");
  private static final Pattern FILE =
      Pattern.compile("\\.?[\\w-]+\\.(java|xml|md|properties|css|sql|yaml|yml|config|cmd)");

  /** Written in code marks, but no class of ours. */
  private static final Set<String> HTTP_HEADERS =
      Set.of("Accept", "Authorization", "Host", "Origin", "Retry");

  /** Media types, and what stands for a name. */
  private static final Pattern NO_PATH =
      Pattern.compile("(application|audio|image|text)/.*|[A-Z]+/.*");

  /** What the build or a run makes, and what lies beside the repository. */
  private static final Set<String> MADE = Set.of("target", "journal", "store");

  /** What exists: paths from the root, and the names of types and packages. */
  record World(Set<String> paths, Set<String> types, Set<String> packages) {
    boolean has(String path) {
      String plain = path.replaceAll("/$", "");
      return paths.contains(plain)
          || paths.stream().anyMatch(known -> known.startsWith(plain + "/"));
    }

    boolean hasFile(String name) {
      return paths.stream().anyMatch(known -> known.equals(name) || known.endsWith("/" + name));
    }
  }

  private DocsRules() {}

  static List<Finding> check(SourceFile page, World world) {
    List<Finding> found = new ArrayList<>();
    List<String> lines = page.lines();
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      LINK.matcher(lines.get(i)).results().forEach(link -> link(page, number, link, world, found));
      CODE.matcher(lines.get(i)).results().forEach(code -> code(page, number, code, world, found));
    }
    return found;
  }

  private static void link(
      SourceFile page, int line, MatchResult link, World world, List<Finding> found) {
    String target = link.group(1);
    if (target.contains("://") || target.startsWith("mailto:")) {
      return;
    }
    String path = target.replaceAll("#.*", "");
    String anchor = target.contains("#") ? target.substring(target.indexOf('#') + 1) : "";
    if (!path.isEmpty() && !world.has(resolved(page, path))) {
      found.add(
          new Finding(page.path(), line, "a dead link to " + target, "link to a file that exists"));
    } else if (path.isEmpty() && !anchors(page).contains(anchor)) {
      found.add(
          new Finding(
              page.path(), line, "a dead link to " + target, "link to a heading of this page"));
    }
  }

  private static void code(
      SourceFile page, int line, MatchResult code, World world, List<Finding> found) {
    String text = code.group(1).strip();
    TEST.matcher(text)
        .results()
        .map(test -> test.group(1))
        .filter(name -> !world.types.contains(name))
        .forEach(name -> found.add(noType(page, line, name)));
    var packaged = PACKAGE.matcher(text);
    var type = TYPE.matcher(text);
    if (packaged.matches()) {
      if (world.packages.stream()
          .noneMatch(known -> (known + ".").startsWith(packaged.group(1) + "."))) {
        found.add(
            new Finding(
                page.path(),
                line,
                "the package " + text + " does not exist",
                "name one that does"));
      }
    } else if (type.matches()) {
      if (!world.types.contains(type.group(1)) && !HTTP_HEADERS.contains(type.group(1))) {
        found.add(noType(page, line, type.group(1)));
      }
    } else if (PATH.matcher(text).matches() && !NO_PATH.matcher(text).matches()) {
      path(page, line, text, world, found);
    } else if (FILE.matcher(text).matches() && !world.hasFile(text)) {
      found.add(
          new Finding(
              page.path(), line, "the file " + text + " does not exist", "name one that does"));
    }
  }

  private static void path(
      SourceFile page, int line, String text, World world, List<Finding> found) {
    String plain = text.replaceFirst("^\\./", "").replaceAll("/?\\*.*", "");
    boolean isMade = MADE.contains(plain.replaceAll("/.*", ""));
    if (!isMade
        && !world.has(plain)
        && !world.has(resolved(page, plain))
        && !world.hasFile(plain)) {
      found.add(
          new Finding(
              page.path(), line, "the path " + text + " does not exist", "name one that does"));
    }
  }

  private static Finding noType(SourceFile page, int line, String name) {
    return new Finding(
        page.path(),
        line,
        "the class " + name + " does not exist",
        "name one that does; write what is no class of ours without code marks");
  }

  private static String resolved(SourceFile page, String path) {
    Path folder = Path.of("/" + page.path()).getParent();
    return folder.resolve(path).normalize().toString().replace('\\', '/').substring(1);
  }

  private static List<String> anchors(SourceFile page) {
    return page.lines().stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ *", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\w -]", "").replace(' ', '-'))
        .toList();
  }
}
