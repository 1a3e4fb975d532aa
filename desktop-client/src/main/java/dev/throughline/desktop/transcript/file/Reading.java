package dev.throughline.desktop.transcript.file;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of a file has brought so far: takes turns as the file has them, makes them
 * sound, holds them to the limits and notes every change. Readers ask {@link #isOpen} in each round
 * and stop when it is not.
 */
final class Reading {
  /** A turn as it stands in the file. */
  record Spoken(int line, String speaker, OptionalLong start, OptionalLong end, String text) {}

  private static final int ROUNDS_BETWEEN_CANCEL_CHECKS = 256;

  private final ReadProgress progress;
  private final Notes notes;
  private final List<Turn> turns = new ArrayList<>();
  private @Nullable String title;
  private @Nullable Refusal refusal;
  private boolean cancelled;
  private int rounds;
  private long lastStart;

  Reading(Notes notes, ReadProgress progress) {
    this.notes = notes;
    this.progress = progress;
  }

  /** False once the file is refused or reading is cancelled; what is added then is not kept. */
  boolean isOpen() {
    rounds++;
    if (rounds % ROUNDS_BETWEEN_CANCEL_CHECKS == 0) {
      cancelled |= progress.isCancelled();
    }
    return refusal == null && !cancelled;
  }

  Notes notes() {
    return notes;
  }

  void refuse(Refusal why) {
    refusal = refusal == null ? why : refusal;
  }

  boolean hasTitle() {
    return title != null;
  }

  boolean isTitled(String text) {
    return text.equals(title);
  }

  /** Keeps the first title that is not blank. */
  void title(int line, String raw) {
    String found = oneLine(sound(line, raw));
    if (title == null && !found.isEmpty()) {
      title = shortened(line, found, TranscriptLimits.TITLE_LENGTH_MAX, Sentence.TITLE_CUT);
    }
  }

  /** Adds a turn. Without words it is noted instead. */
  void add(Spoken spoken) {
    String text = sound(spoken.line(), spoken.text()).strip();
    if (text.isEmpty()) {
      notes.add(spoken.line(), Sentence.SPEAKER_WITHOUT_WORDS);
      return;
    }
    String speaker =
        shortened(
            spoken.line(),
            oneLine(sound(spoken.line(), spoken.speaker())),
            TranscriptLimits.SPEAKER_LENGTH_MAX,
            Sentence.SPEAKER_CUT);
    OptionalLong end = soundEnd(spoken);
    noteOrder(spoken);
    int before = turns.size();
    LongText.parts(text, TranscriptLimits.TURN_TEXT_LENGTH_MAX)
        .forEach(part -> keep(spoken.line(), new Turn(speaker, spoken.start(), end, part)));
    if (turns.size() > before + 1) {
      notes.add(
          spoken.line(),
          Sentence.TURN_DIVIDED,
          TranscriptLimits.TURN_TEXT_LENGTH_MAX,
          turns.size() - before);
    }
  }

  /** The words of the last turn are shown until later than its caption said. */
  void extendLast(long end) {
    if (turns.isEmpty()) {
      return;
    }
    Turn last = turns.getLast();
    if (last.endMillis().isPresent() && last.endMillis().getAsLong() < end) {
      Turn longer = new Turn(last.speaker(), last.startMillis(), OptionalLong.of(end), last.text());
      turns.set(turns.size() - 1, longer);
    }
  }

  TranscriptFile finish(String fileName, Format format) {
    if (cancelled || progress.isCancelled()) {
      return new TranscriptFile.Cancelled();
    }
    if (refusal != null) {
      return refusal.naming(fileName);
    }
    if (turns.isEmpty()) {
      LeftOut first = notes.first().orElseGet(() -> new LeftOut(1, Sentence.NO_TURN.with()));
      return Refusal.of(
              first.line(), Sentence.NOTHING_SOUND, format.shown(), first.line(), first.reason())
          .naming(fileName);
    }
    String shownTitle = title == null ? Sentence.UNTITLED.with() : title;
    return new TranscriptFile.Read(shownTitle, format.shown(), turns, notes.inOrder());
  }

  private void keep(int line, Turn turn) {
    if (turns.size() == TranscriptLimits.TURNS_MAX) {
      refuse(Refusal.of(line, Sentence.TOO_MANY_TURNS, TranscriptLimits.TURNS_MAX));
      return;
    }
    turns.add(turn);
  }

  private OptionalLong soundEnd(Spoken spoken) {
    if (spoken.start().isPresent()
        && spoken.end().isPresent()
        && spoken.end().getAsLong() < spoken.start().getAsLong()) {
      notes.add(spoken.line(), Sentence.END_BEFORE_START);
      return OptionalLong.empty();
    }
    return spoken.end();
  }

  private void noteOrder(Spoken spoken) {
    if (spoken.start().isPresent()) {
      long start = spoken.start().getAsLong();
      if (start < lastStart) {
        notes.tally(spoken.line(), Sentence.OUT_OF_ORDER, 1);
      }
      lastStart = start;
    }
  }

  private String sound(int line, String raw) {
    SoundText sound = SoundText.of(raw);
    notes.repaired(line, sound);
    return sound.text().replace("\r\n", "\n").replace('\r', '\n');
  }

  private String shortened(int line, String text, int lengthMax, Sentence why) {
    if (text.length() <= lengthMax) {
      return text;
    }
    notes.add(line, why, lengthMax);
    return text.substring(0, SoundText.cut(text, lengthMax)).strip();
  }

  private static String oneLine(String text) {
    return text.strip().replace('\n', ' ').replace('\t', ' ');
  }
}
