package dev.throughline.desktop.transcript.file;

/** Reads plain text: every line belongs to a turn, see {@link Paragraphs}. */
final class PlainTextReader {
  private final Lines lines;
  private final Draft draft;

  PlainTextReader(Lines lines, Draft draft) {
    this.lines = lines;
    this.draft = draft;
  }

  void read() {
    Paragraphs paragraphs = new Paragraphs(draft);
    while (draft.isOpen() && lines.hasNext()) {
      String line = lines.next();
      paragraphs.line(lines.number(), line, lines.peek(0));
    }
    paragraphs.end();
  }
}
