package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.InterviewRow;

/** Where the recordings of an interview are, as one chooses by it. */
enum SoundChoice {
  HERE,
  SERVER,
  UNDER_WAY,
  NONE;

  static SoundChoice of(InterviewRow row) {
    return switch (row.sound().at().place()) {
      case NOWHERE -> NONE;
      case HERE -> HERE;
      case SERVER -> SERVER;
      case SENT, FETCHED, ELSEWHERE, DAMAGED -> UNDER_WAY;
    };
  }
}
