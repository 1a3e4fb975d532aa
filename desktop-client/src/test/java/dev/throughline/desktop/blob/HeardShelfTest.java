package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decoded sound takes no more bytes than it may, whatever was cut off. */
class HeardShelfTest {
  private static final int EACH = 10_000;

  @TempDir Path folder;
  private final Disk disk = new SystemDisk();
  private HeardShelf shelf;

  @BeforeEach
  void open() {
    shelf = shelf(3 * EACH);
  }

  private HeardShelf shelf(long bytes) {
    return new HeardShelf(disk, folder, new BlobLimits(0, bytes, 0, Duration.ZERO));
  }

  private static BlobKey key(int number) {
    return new BlobKey(new RecordId(Uuids.derived("heard " + number)), BlobRole.PROXY);
  }

  private void heard(int number, boolean isWhole) throws IOException {
    Path at = folder.resolve(key(number).folderName());
    Files.createDirectories(at);
    Files.write(at.resolve("00001.sound"), new byte[EACH]);
    shelf.touch(key(number));
    if (isWhole) {
      shelf.finish(at);
    }
  }

  private List<Integer> there() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      Set<String> names = Set.copyOf(all.map(path -> path.getFileName().toString()).toList());
      return Stream.iterate(1, it -> it + 1)
          .limit(9)
          .filter(number -> names.contains(key(number).folderName()))
          .toList();
    }
  }

  @Test
  void whatWasNotHeardForLongestGoesFirst() throws IOException {
    for (int number = 1; number <= 3; number++) {
      heard(number, true);
    }
    shelf.touch(key(1));
    shelf.makeRoom(EACH, Set.of());
    assertThat(there()).containsExactly(1, 3);
  }

  @Test
  void whatIsBeingDecodedStaysAndTheOthersMakeRoom() throws IOException {
    for (int number = 1; number <= 3; number++) {
      heard(number, true);
    }
    shelf.makeRoom(2 * EACH, Set.of(key(1)));
    assertThat(there()).containsExactly(1);
  }

  @Test
  void afterACutOnlyWhatIsWholeStaysAndNotMoreThanItMay() throws IOException {
    for (int number = 1; number <= 6; number++) {
      heard(number, number != 5);
    }
    shelf(3 * EACH).sweep(Set.of());
    assertThat(there()).containsExactly(3, 4, 6);
  }

  @Test
  void aDiskThatIsForRecordingsKeepsNothing() throws IOException {
    heard(1, true);
    HeardShelf narrow =
        new HeardShelf(disk, folder, new BlobLimits(0, 1L << 40, Long.MAX_VALUE, Duration.ZERO));
    narrow.makeRoom(0, Set.of());
    assertThat(there()).isEmpty();
    assertThat(narrow.hasSpace()).isFalse();
  }
}
