package dev.throughline.desktop.transcript.file;

/** The formats this package reads, with their names for people. */
enum Format {
  WEBVTT("WebVTT"),
  SUBRIP("SubRip"),
  SBV("SBV"),
  PLAIN_TEXT("plain text"),
  MARKDOWN("Markdown"),
  JSON("JSON"),
  DOCX("Word");

  private final String shown;

  Format(String shown) {
    this.shown = shown;
  }

  String shown() {
    return shown;
  }
}
