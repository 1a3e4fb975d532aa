package dev.throughline.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Transcripts for the tour: real meetings where they are at hand, else generated talks. */
final class TourFiles {
  private static final int TURNS = 120;
  private static final int SECONDS_A_TURN = 4;

  private TourFiles() {}

  static List<Path> transcripts(Path folder, int count) throws IOException {
    Path meetings =
        Path.of(System.getProperty("throughline.root", "."), "..", "shared", "samples", "meetings");
    if (Files.isDirectory(meetings)) {
      try (Stream<Path> files = Files.list(meetings)) {
        return files.sorted().limit(count).toList();
      }
    }
    return List.of(
        generated(folder, "talk-one.vtt", TURNS),
        generated(folder, "talk-two.vtt", TURNS),
        generated(folder, "talk-three.vtt", TURNS));
  }

  /** A WebVTT file of that many turns between an interviewer and a participant. */
  static Path generated(Path folder, String name, int turns) throws IOException {
    StringBuilder text = new StringBuilder("WEBVTT\n");
    for (int turn = 0; turn < turns; turn++) {
      int from = turn * SECONDS_A_TURN;
      text.append("\n%s --> %s\n".formatted(time(from), time(from + SECONDS_A_TURN - 1)))
          .append(turn % 2 == 0 ? "<v Interviewer>" : "<v P-01>")
          .append("Turn number ")
          .append(turn + 1)
          .append(" of this talk.\n");
    }
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(name), text);
  }

  private static String time(int seconds) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d.000", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
