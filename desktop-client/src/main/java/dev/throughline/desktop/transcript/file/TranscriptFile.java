package dev.throughline.desktop.transcript.file;

import java.util.List;

/** What became of a file that was to be imported. */
public sealed interface TranscriptFile {
  /**
   * The file's turns, in the order of the file; at least one.
   *
   * @param title from the file itself where it names one, else its name without the ending
   * @param format the name of the format, for people
   * @param leftOut what is not among the turns, or not as it was written, in the order of lines
   */
  record Read(String title, String format, List<Turn> turns, List<LeftOut> leftOut)
      implements TranscriptFile {
    public Read {
      turns = List.copyOf(turns);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Nothing was taken.
   *
   * @param line where the trouble is, from 1; 0 when it concerns the file as a whole
   * @param code a stable code such as {@code IMP-04}, to be shown with the sentence
   * @param sentence what happened, what is safe and what to do
   */
  record Refused(int line, String code, String sentence) implements TranscriptFile {}

  /** The reader was told to stop and kept nothing. */
  record Cancelled() implements TranscriptFile {}
}
