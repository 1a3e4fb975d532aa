package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.InterviewRow;

/** Where an interview is, as far as the list tells. */
enum Sent {
  ON_SERVER,
  WAITING,
  SAMPLE;

  static Sent of(InterviewRow row) {
    if (row.isSample()) {
      return SAMPLE;
    }
    return row.isWaiting() ? WAITING : ON_SERVER;
  }
}
