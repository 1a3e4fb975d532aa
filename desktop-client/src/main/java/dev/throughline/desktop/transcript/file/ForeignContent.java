package dev.throughline.desktop.transcript.file;

import java.util.Locale;
import java.util.Optional;

/** Files that people drop by mistake, known by their first bytes and named in the refusal. */
enum ForeignContent {
  PDF(0, "%PDF-", "a PDF document"),
  RTF(0, "{\\rtf", "rich text (RTF)"),
  PNG(0, "\u0089PNG", "a picture"),
  JPEG(0, "\u00FF\u00D8\u00FF", "a picture"),
  GIF(0, "GIF8", "a picture"),
  GZIP(0, "\u001F\u008B", "a compressed file"),
  ZSTD(0, "\u0028\u00B5\u002F\u00FD", "a compressed file"),
  ELF(0, "\u007FELF", "a program"),
  JAVA_CLASS(0, "\u00CA\u00FE\u00BA\u00BE", "a program"),
  MP4(4, "ftyp", "a recording"),
  OGG(0, "OggS", "a recording"),
  FLAC(0, "fLaC", "a recording"),
  MP3(0, "ID3\u0003", "a recording"),
  MP3_NEWER(0, "ID3\u0004", "a recording"),
  WAVE(8, "WAVEfmt", "a recording"),
  MATROSKA(0, "\u001A\u0045\u00DF\u00A3", "a recording"),
  SQLITE(0, "SQLite format 3", "a database");

  private final int at;
  private final String mark;
  private final String shown;

  ForeignContent(int at, String mark, String shown) {
    this.at = at;
    this.mark = mark;
    this.shown = shown;
  }

  static Optional<Refusal> in(FileBytes bytes) {
    for (ForeignContent kind : values()) {
      if (bytes.startsWith(kind.at, kind.mark)) {
        return Optional.of(Refusal.of(0, Sentence.NOT_TEXT, kind.shown));
      }
    }
    return Optional.empty();
  }

  /** What only shows once the bytes are text: zero bytes, and markup that is no transcript. */
  static Optional<Refusal> in(String text) {
    int zero = text.indexOf('\0');
    if (zero >= 0) {
      return Optional.of(binary(Lines.numberAt(text, zero)));
    }
    int start = Lines.firstInk(text, 0);
    String begin = text.substring(start, Math.min(text.length(), start + 16));
    String lower = begin.toLowerCase(Locale.ROOT);
    boolean isMarkup =
        lower.startsWith("<?xml") || lower.startsWith("<!doctype") || lower.startsWith("<html");
    return isMarkup
        ? Optional.of(Refusal.of(0, Sentence.NOT_TEXT, "a web page or XML"))
        : Optional.empty();
  }

  /** Text never holds a zero byte, so one is enough to know. */
  static Refusal binary(int line) {
    return Refusal.of(line, Sentence.NOT_TEXT, "binary data");
  }
}
