package dev.throughline.desktop.transcript.file;

/**
 * Reads Markdown as running text, see {@link Paragraphs}, with these differences: the title of the
 * front matter or the first heading becomes the title; other properties of the front matter are
 * left out and named; later headings are turns of their own unless they name who speaks; what is
 * fenced as code is one turn, word for word; quoted lines lose their mark; rules are layout.
 */
final class MarkdownReader {
  private static final int FRONT_MATTER_LINES_MAX = 200;
  private static final int HEADING_LEVEL_MAX = 6;

  private final Lines lines;
  private final Reading reading;
  private final Paragraphs paragraphs;

  MarkdownReader(Lines lines, Reading reading) {
    this.lines = lines;
    this.reading = reading;
    this.paragraphs = new Paragraphs(reading);
  }

  void read() {
    frontMatter();
    while (reading.isOpen() && lines.hasNext()) {
      line(lines.next());
    }
    paragraphs.end();
  }

  static boolean isHeading(String line) {
    int level = 0;
    while (level < line.length() && line.charAt(level) == '#') {
      level++;
    }
    return level > 0
        && level <= HEADING_LEVEL_MAX
        && level < line.length()
        && Character.isWhitespace(line.charAt(level));
  }

  private void frontMatter() {
    if (!isRule(lines.peek(0), '-') || !frontMatterCloses()) {
      return;
    }
    lines.next();
    while (lines.hasNext() && !closesFrontMatter(lines.peek(0))) {
      String line = lines.next();
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      if (name.equals("title") && !reading.hasTitle()) {
        reading.title(lines.number(), unquoted(line.substring(colon + 1).strip()));
      } else if (!line.isBlank()) {
        reading.notes().tally(lines.number(), Sentence.FRONT_MATTER, name);
      }
    }
    lines.next();
  }

  private boolean frontMatterCloses() {
    for (int i = 1; i < FRONT_MATTER_LINES_MAX; i++) {
      if (closesFrontMatter(lines.peek(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean closesFrontMatter(String line) {
    return isRule(line, '-') || line.strip().equals("...");
  }

  private static String unquoted(String text) {
    boolean isQuoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.endsWith(text.substring(0, 1));
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }

  private void line(String raw) {
    int number = lines.number();
    String line = unquotedBlock(raw);
    String fence = fence(line);
    if (!fence.isEmpty()) {
      fenced(fence);
    } else if (isHeading(line)) {
      heading(number, line.replaceFirst("^#+", "").strip());
    } else if (isUnderlinedHeading(line)) {
      lines.next();
      heading(number, line.strip());
    } else if (isRule(line, '-') || isRule(line, '*') || isRule(line, '_')) {
      paragraphs.end();
    } else {
      paragraphs.line(number, withoutBullet(line), unquotedBlock(lines.peek(0)));
    }
  }

  private void heading(int number, String heading) {
    if (!reading.hasTitle() || reading.isTitled(heading)) {
      paragraphs.end();
      reading.title(number, heading);
      return;
    }
    if (LineMark.of(heading, !lines.peek(0).isBlank()).isPresent()) {
      paragraphs.line(number, heading, lines.peek(0));
      return;
    }
    paragraphs.end();
    paragraphs.verbatim(number, heading);
    paragraphs.end();
  }

  /** Everything up to the closing fence, or to the end of the file when it is missing. */
  private void fenced(String fence) {
    paragraphs.end();
    while (reading.isOpen() && lines.hasNext()) {
      String line = lines.next();
      if (line.strip().equals(fence)) {
        break;
      }
      paragraphs.verbatim(lines.number(), line.stripTrailing());
    }
    paragraphs.end();
  }

  /** The three or more characters that open a block of code; empty when the line does not. */
  private static String fence(String line) {
    String text = line.strip();
    if (!text.startsWith("```") && !text.startsWith("~~~")) {
      return "";
    }
    int end = 0;
    while (end < text.length() && text.charAt(end) == text.charAt(0)) {
      end++;
    }
    return text.indexOf(text.charAt(0), end) < 0 ? text.substring(0, end) : "";
  }

  private static String unquotedBlock(String line) {
    String text = line.stripLeading();
    return text.startsWith(">") ? text.substring(1) : line;
  }

  /** {@code - Name: words} in a list is a turn; other items keep their bullet. */
  private static String withoutBullet(String line) {
    String text = line.strip();
    boolean isItem = text.startsWith("- ") || text.startsWith("* ") || text.startsWith("+ ");
    if (!isItem) {
      return line;
    }
    String inside = text.substring(2).strip();
    return LineMark.of(inside, false).isPresent() ? inside : line;
  }

  private boolean isUnderlinedHeading(String line) {
    String below = lines.peek(0);
    return !reading.hasTitle()
        && !line.isBlank()
        && (isRule(below, '=') || isRule(below, '-'))
        && LineMark.of(line, true).isEmpty();
  }

  private static boolean isRule(String line, char mark) {
    String text = line.strip();
    return text.length() >= 3 && text.chars().allMatch(c -> c == mark);
  }
}
