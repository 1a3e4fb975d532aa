package dev.throughline.desktop.journal;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The files of a journal. What is not read any more stays beside them with the ending bad. */
record SegmentFiles(Path folder) {
  /** The numbers of all segments, in order. */
  List<Long> numbers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{9}\\.jlog"))
          .map(name -> Long.valueOf(name.substring(0, 9)))
          .sorted()
          .toList();
    }
  }

  /** Puts files aside that are too short to be segments; answers how many. */
  int setHollowAside() throws IOException {
    int hollow = 0;
    for (long number : numbers()) {
      if (Files.size(Segment.file(folder, number)) < Segment.HEADER_BYTES) {
        setAside(number, "short");
        hollow++;
      }
    }
    return hollow;
  }

  /** Puts a segment aside; nothing of it is read from now on. */
  void setAside(long number, String why) throws IOException {
    Files.move(
        Segment.file(folder, number),
        folder.resolve(why + "-" + number + ".jlog.bad"),
        StandardCopyOption.REPLACE_EXISTING);
    AtomicFile.syncFolder(folder);
  }

  /**
   * Counts the segments behind a number whose forerunner is missing, or that say to be the first
   * although another comes before them.
   */
  int gaps(long after) throws IOException {
    int gaps = 0;
    long before = 0;
    for (long number : numbers()) {
      boolean isFirst = number == 1 || Segment.beginsAnew(folder, number);
      boolean follows = isFirst ? before == 0 : number == before + 1;
      gaps += !follows && number > after ? 1 : 0;
      before = number;
    }
    return gaps;
  }
}
