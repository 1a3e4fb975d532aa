package dev.throughline.desktop.transcript.file;

/** What every {@link TranscriptFile.Read} keeps to, however large or odd the file was. */
public final class TranscriptLimits {
  /** Larger files are refused before they are read; ten hours of captions need 2 MiB. */
  public static final int FILE_BYTES_MAX = 64 * 1024 * 1024;

  /** A file with more turns is refused: a part of a conversation would mislead. */
  public static final int TURNS_MAX = 200_000;

  /** A longer turn becomes several turns, divided between words. */
  public static final int TURN_TEXT_LENGTH_MAX = 100_000;

  public static final int SPEAKER_LENGTH_MAX = 200;

  public static final int TITLE_LENGTH_MAX = 300;

  /** 1,000 hours. A later time counts as a time that cannot be read. */
  public static final long TIME_MILLIS_MAX = 1_000L * 60 * 60 * 1_000;

  /** One more entry than this says how many others there are. */
  public static final int LEFT_OUT_MAX = 1_000;

  private TranscriptLimits() {}
}
