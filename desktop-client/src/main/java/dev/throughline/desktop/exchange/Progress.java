package dev.throughline.desktop.exchange;

/** Follows long work and may end it. Called on the thread that works. */
public interface Progress {
  /** For callers that neither watch nor cancel. */
  Progress NONE =
      new Progress() {
        @Override
        public void done(double share) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /** How much is done, from 0 to 1. */
  void done(double share);

  /** Asked often. Once true it must stay true. */
  boolean isCancelled();
}
