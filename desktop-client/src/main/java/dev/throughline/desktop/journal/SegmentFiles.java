package dev.throughline.desktop.journal;

import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The files of a journal. What is not read any more stays beside them with the ending bad. */
record SegmentFiles(Disk disk, Path folder) {
  /** The numbers of all segments, in order. */
  List<Long> numbers() throws IOException {
    return disk.list(folder).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.matches("\\d{9}\\.jlog"))
        .map(name -> Long.valueOf(name.substring(0, 9)))
        .sorted()
        .toList();
  }

  /** Puts files aside that are too short to be segments; answers how many. */
  int setHollowAside() throws IOException {
    int hollow = 0;
    for (long number : numbers()) {
      if (size(number) < Segment.HEADER_BYTES) {
        setAside(number, "short");
        hollow++;
      }
    }
    return hollow;
  }

  private long size(long number) throws IOException {
    try (FileChannel channel = disk.open(Segment.file(folder, number), StandardOpenOption.READ)) {
      return channel.size();
    }
  }

  /** Puts a segment aside; nothing of it is read from now on. */
  void setAside(long number, String why) throws IOException {
    disk.move(Segment.file(folder, number), folder.resolve(why + "-" + number + ".jlog.bad"));
    disk.syncFolder(folder);
  }

  /**
   * Counts the segments behind a number whose forerunner is missing, or that say to be the first
   * although another comes before them.
   */
  int gaps(long after) throws IOException {
    int gaps = 0;
    long before = 0;
    for (long number : numbers()) {
      boolean isFirst = number == 1 || Segment.beginsAnew(disk, folder, number);
      boolean follows = isFirst ? before == 0 : number == before + 1;
      gaps += !follows && number > after ? 1 : 0;
      before = number;
    }
    return gaps;
  }
}
