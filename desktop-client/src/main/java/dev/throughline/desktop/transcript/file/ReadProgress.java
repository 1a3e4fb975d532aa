package dev.throughline.desktop.transcript.file;

/** Follows the reading of one file and may end it. Called on the thread that reads. */
public interface ReadProgress {
  /** For callers that neither watch nor cancel. */
  ReadProgress NONE =
      new ReadProgress() {
        @Override
        public void bytesRead(long bytes, long bytesInAll) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /**
   * Called for every few ten thousand bytes.
   *
   * @param bytesInAll what the caller announced, or -1
   */
  void bytesRead(long bytes, long bytesInAll);

  /** Asked often. Once true it must stay true. */
  boolean isCancelled();
}
