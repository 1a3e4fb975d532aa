package dev.throughline.desktop.transcript.file;

/** Reads plain text: every line belongs to a turn, see {@link Paragraphs}. */
final class PlainTextReader {
  private final Lines lines;
  private final Reading reading;

  PlainTextReader(Lines lines, Reading reading) {
    this.lines = lines;
    this.reading = reading;
  }

  void read() {
    Paragraphs paragraphs = new Paragraphs(reading);
    while (reading.isOpen() && lines.hasNext()) {
      String line = lines.next();
      paragraphs.line(lines.number(), line, lines.peek(0));
    }
    paragraphs.end();
  }
}
