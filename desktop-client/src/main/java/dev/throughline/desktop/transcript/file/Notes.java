package dev.throughline.desktop.transcript.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what is left out or changed. Places that need a line each are listed up to the limit;
 * what would repeat itself throughout a file is tallied and said once, at its first line.
 */
final class Notes {
  private static final int NAMES_MAX = 20;
  private static final int NAME_LENGTH_MAX = 40;

  private final List<LeftOut> listed = new ArrayList<>();
  private final Map<Sentence, Tally> tallies = new EnumMap<>(Sentence.class);
  private int beyondLimit;
  private int firstBeyondLimit;

  void add(int line, Sentence sentence, Object... details) {
    if (listed.size() < TranscriptLimits.LEFT_OUT_MAX - Sentence.values().length) {
      listed.add(new LeftOut(line, sentence.with(details)));
      return;
    }
    beyondLimit++;
    firstBeyondLimit = firstBeyondLimit == 0 ? line : firstBeyondLimit;
  }

  void tally(int line, Sentence sentence, int times) {
    tallies.computeIfAbsent(sentence, _ -> new Tally(line)).times += times;
  }

  /** Tallies something that has a name, and keeps the first few names. */
  void tally(int line, Sentence sentence, String name) {
    Tally tally = tallies.computeIfAbsent(sentence, _ -> new Tally(line));
    tally.times++;
    if (tally.names.size() <= NAMES_MAX) {
      tally.names.add(shown(name));
    }
  }

  void repaired(int line, SoundText sound) {
    if (sound.controls() > 0) {
      tally(line, Sentence.CONTROL_CHARACTERS, sound.controls());
    }
    if (sound.halves() > 0) {
      tally(line, Sentence.BROKEN_CHARACTERS, sound.halves());
    }
  }

  /** The first place that was listed for itself, if any. */
  Optional<LeftOut> first() {
    return listed.stream().findFirst();
  }

  List<LeftOut> inOrder() {
    List<LeftOut> all = new ArrayList<>(listed);
    tallies.forEach((sentence, tally) -> all.add(tally.said(sentence)));
    all.sort(Comparator.comparingInt(LeftOut::line));
    if (beyondLimit > 0) {
      all.add(new LeftOut(firstBeyondLimit, Sentence.MORE_LEFT_OUT.with(beyondLimit)));
    }
    return all;
  }

  private static String shown(String name) {
    String sound = SoundText.of(name).text().strip();
    return sound.length() <= NAME_LENGTH_MAX
        ? sound
        : sound.substring(0, SoundText.cut(sound, NAME_LENGTH_MAX)) + "…";
  }

  private static final class Tally {
    private final int firstLine;
    private final Set<String> names = new LinkedHashSet<>();
    private int times;

    Tally(int firstLine) {
      this.firstLine = firstLine;
    }

    LeftOut said(Sentence sentence) {
      List<String> shown = new ArrayList<>(names);
      if (shown.size() > NAMES_MAX) {
        shown.set(NAMES_MAX, "…");
      }
      return new LeftOut(firstLine, sentence.with(times, String.join(", ", shown)));
    }
  }
}
