package dev.throughline.desktop.transcript.file;

import dev.throughline.desktop.platform.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads transcript files: WebVTT, SubRip, SBV, plain text, Markdown, Word documents and JSON lists
 * of speaker and content. Takes time and memory in proportion to the file, so call it off the UI
 * thread. Bad files are answered, never thrown.
 */
public final class TranscriptFiles {
  private static final int MEBIBYTE = 1024 * 1024;

  private TranscriptFiles() {}

  public static TranscriptFile read(Path file, ReadProgress progress) {
    String fileName = FileName.shown(file);
    if (!Files.isRegularFile(file)) {
      return Refusal.of(0, Sentence.UNREADABLE).naming(fileName);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(fileName, in, Files.size(file), progress);
    } catch (IOException _) {
      return Refusal.of(0, Sentence.UNREADABLE).naming(fileName);
    }
  }

  /**
   * Reads to the end of the stream and leaves closing it to the caller.
   *
   * @param size how many bytes to expect, for the progress; -1 when nobody knows
   */
  public static TranscriptFile read(
      String fileName, InputStream in, long size, ReadProgress progress) {
    if (size > TranscriptLimits.FILE_BYTES_MAX) {
      return tooLarge(fileName);
    }
    FileBytes bytes;
    try {
      bytes = FileBytes.read(in, size, progress);
    } catch (IOException _) {
      return Refusal.of(0, Sentence.UNREADABLE).naming(fileName);
    }
    if (progress.isCancelled()) {
      return new TranscriptFile.Cancelled();
    }
    return bytes.isTooLarge() ? tooLarge(fileName) : read(fileName, bytes, progress);
  }

  private static TranscriptFile tooLarge(String fileName) {
    int limit = TranscriptLimits.FILE_BYTES_MAX / MEBIBYTE;
    return Refusal.of(0, Sentence.TOO_LARGE, limit).naming(fileName);
  }

  private static TranscriptFile read(String fileName, FileBytes bytes, ReadProgress progress) {
    var office = DocxPackage.in(bytes, fileName);
    if (office.isPresent()) {
      return switch (office.get()) {
        case DocxPackage.Foreign(Refusal refusal) -> refusal.naming(fileName);
        case DocxPackage.Document document -> word(fileName, document, progress);
      };
    }
    var foreign = ForeignContent.in(bytes);
    if (foreign.isPresent()) {
      return foreign.get().naming(fileName);
    }
    return switch (FileText.of(bytes)) {
      case FileText.Unusable(Refusal refusal) -> refusal.naming(fileName);
      case FileText.Decoded(String text, Notes notes) when text.isBlank() ->
          Refusal.of(0, Sentence.EMPTY).naming(fileName);
      case FileText.Decoded(String text, Notes notes) ->
          read(fileName, text, new Reading(notes, progress), progress);
    };
  }

  private static TranscriptFile word(
      String fileName, DocxPackage.Document document, ReadProgress progress) {
    Reading reading = new Reading(new Notes(), progress);
    new DocxReader(document, reading).read();
    reading.title(0, withoutEnding(fileName));
    return reading.finish(fileName, Format.DOCX);
  }

  private static TranscriptFile read(
      String fileName, String text, Reading reading, ReadProgress progress) {
    Lines lines = new Lines(text, progress);
    var guess = FormatGuess.of(lines, fileName);
    if (guess.isEmpty()) {
      int line = Lines.numberAt(text, Lines.firstInk(text, 0));
      return Refusal.of(line, Sentence.HEADER_WRONG, line).naming(fileName);
    }
    Format format = guess.get();
    switch (format) {
      case WEBVTT, SUBRIP, SBV ->
          new CueReader(format, lines, reading, new CueTurns(format, reading, text)).read();
      case PLAIN_TEXT -> new PlainTextReader(lines, reading).read();
      case MARKDOWN -> new MarkdownReader(lines, reading).read();
      case JSON -> new JsonListReader(text, reading).read();
      case DOCX -> throw new IllegalStateException("Word documents are no text");
    }
    reading.title(0, withoutEnding(fileName));
    return reading.finish(fileName, format);
  }

  private static String withoutEnding(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }
}
