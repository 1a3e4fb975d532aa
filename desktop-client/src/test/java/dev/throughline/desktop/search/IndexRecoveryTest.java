package dev.throughline.desktop.search;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.store.Draft;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.sync.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexRecoveryTest {
  @TempDir Path folder;
  IndexDesk desk;
  RecordId interview;

  @BeforeEach
  void fill() {
    desk = new IndexDesk(folder);
    interview = desk.field.talk("Canary in the mine", TODAY).notes("canarynote sings").save();
    desk.said(interview, turns(0, 300));
    desk.index.settle();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static String[] turns(int from, int to) {
    String[] turns = new String[to - from];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = "P: canary number " + (from + i) + (i % 2 == 0 ? " even" : " odd");
    }
    return turns;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("write.lock"))
          .sorted()
          .toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static long places(SearchIndex index, String typed) {
    return index.find(FindQuery.typed(typed), Scope.EVERYTHING, 0, 10).places();
  }

  @Test
  void noWordStandsInTheIndexInTheOpen() throws IOException {
    for (Path file : files(desk.folder)) {
      String disk = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertThat(disk.toLowerCase(java.util.Locale.ROOT))
          .as(file.toString())
          .doesNotContain("canary")
          .doesNotContain("even")
          .doesNotContain("mine")
          .doesNotContain("lucene")
          .doesNotContain("text");
    }
  }

  @Test
  void aSoundIndexIsUsedAgainAsItIs() throws IOException {
    desk.index.close();
    List<Path> before = files(desk.folder);
    try (IndexKeeper keeper = keeper(new IndexWork())) {
      keeper.step();
      assertThat(keeper.progress().isComplete()).isTrue();
      assertThat(keeper.isCommitted()).isTrue();
      assertThat(places(keeper)).isEqualTo(301);
      assertThat(files(desk.folder)).isEqualTo(before);
    }
  }

  @Test
  void whatHappenedWhileNobodyFollowedIsCaughtUp() {
    desk.index.close();
    desk.said(interview, turns(300, 320));
    RecordId other = desk.field.talk("Another canary", TODAY).save();
    desk.index = desk.open();
    assertThat(desk.index.progress().isComplete()).isFalse();
    desk.index.settle();
    assertThat(desk.index.progress().isComplete()).isTrue();
    assertThat(places(desk.index, "canary ")).isEqualTo(322);
    desk.index.close();
    desk.field.save(List.of(new Draft.Move(other, Interview.KIND.name(), Action.TRASH)));
    desk.index = desk.open();
    desk.index.settle();
    assertThat(places(desk.index, "canary ")).isEqualTo(321);
  }

  @Test
  void aCopyTakenAtAnyMomentOfWritingOpensAndFindsEverything() throws Exception {
    AtomicBoolean ends = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; !ends.get(); i++) {
                    desk.said(interview, turns(1_000 + i * 40, 1_000 + i * 40 + 40));
                    desk.index.settle();
                  }
                });
    for (int i = 0; i < 8; i++) {
      copy(folder.resolve("copy" + i));
    }
    ends.set(true);
    writer.join();
    long expected = places(desk.index, "canary ");
    for (int i = 0; i < 8; i++) {
      try (SearchIndex copy = desk.open(folder.resolve("copy" + i))) {
        copy.settle();
        assertThat(places(copy, "canary ")).isEqualTo(expected);
        assertThat(copy.progress().isComplete()).isTrue();
      }
    }
  }

  private void copy(Path to) throws IOException {
    for (Path file : files(desk.folder)) {
      Path target = to.resolve(desk.folder.relativize(file).toString());
      Files.createDirectories(target.getParent());
      try {
        Files.copy(file, target);
      } catch (NoSuchFileException _) {
        // Gone between the listing and the copy, as in a crash.
      }
    }
    Files.createDirectories(to);
  }

  @Test
  void anyDamagedFileIsNoticedAndTheIndexMadeAnew() throws IOException {
    desk.index.close();
    Random random = new Random(7);
    List<Path> names = files(desk.folder).stream().map(desk.folder::relativize).toList();
    assertThat(names).isNotEmpty();
    Path sound = folder.resolve("sound");
    copy(sound);
    for (int round = 0; round < 2; round++) {
      for (Path name : names) {
        delete(desk.folder);
        copyBack(sound);
        damage(desk.folder.resolve(name), round == 0, random);
        desk.index = desk.open();
        desk.index.settle();
        places(desk.index, "canary ");
        desk.index.interviewsMatching("even 12");
        desk.index.settle();
        assertThat(places(desk.index, "canary ")).as(name.toString()).isEqualTo(301);
        desk.index.close();
      }
    }
    desk.index = desk.open();
  }

  private void copyBack(Path sound) throws IOException {
    for (Path file : files(sound)) {
      Path target = desk.folder.resolve(sound.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private static void damage(Path file, boolean isCutOff, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (isCutOff) {
      Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    } else {
      bytes[40 + random.nextInt(bytes.length - 40)] ^= 1;
      Files.write(file, bytes);
    }
  }

  @Test
  void anIndexUnderAnotherKeyOrOfAnotherVersionIsMadeAnew() throws IOException {
    desk.index.close();
    Path named = Objects.requireNonNull(files(desk.folder).getFirst().getParent());
    Path foreign = desk.folder.resolve("lucene90-1-0001");
    Files.createDirectories(foreign);
    Files.writeString(foreign.resolve("segments_1"), "of another time");
    for (Path file : files(named)) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[20] ^= 1;
      Files.write(file, bytes);
    }
    desk.restart();
    assertThat(places(desk.index, "canary ")).isEqualTo(301);
    assertThat(foreign).doesNotExist();
  }

  @Test
  void aFolderDeletedWhileItIsOpenIsMadeAnewAtTheNextStart() throws IOException {
    delete(desk.folder);
    places(desk.index, "canary ");
    desk.restart();
    assertThat(places(desk.index, "canary ")).isEqualTo(301);
  }

  private IndexKeeper keeper(IndexWork work) {
    return new IndexKeeper(
        desk.field.ledger.store(),
        work,
        () -> Shelves.open(desk.folder, IndexDesk.KEY, new SecureRandom()));
  }

  private static long places(IndexKeeper keeper) throws IOException {
    return keeper
        .serving()
        .orElseThrow()
        .read(
            searcher ->
                new Finder()
                    .matches(searcher, FindQuery.typed("canary "), Scope.EVERYTHING)
                    .places());
  }

  @Test
  void theFormerIndexAnswersWhileAnotherIsMade() throws IOException {
    desk.index.close();
    IndexWork work = new IndexWork();
    try (IndexKeeper keeper = keeper(work)) {
      keeper.step();
      Path former = keeper.serving().orElseThrow().folder();
      work.wantAnew();
      int steps = 0;
      while (keeper.hasWork()) {
        keeper.step();
        steps++;
        assertThat(places(keeper)).isEqualTo(301);
      }
      assertThat(steps).isGreaterThan(1);
      assertThat(keeper.serving().orElseThrow().folder()).isNotEqualTo(former);
      assertThat(former).doesNotExist();
    }
    try (IndexKeeper keeper = keeper(new IndexWork())) {
      keeper.step();
      assertThat(keeper.progress().isComplete()).isTrue();
      assertThat(places(keeper)).isEqualTo(301);
    }
  }

  @Test
  void aRebuildThatWasBrokenOffLeavesTheFormerIndex() throws IOException {
    desk.index.close();
    IndexWork work = new IndexWork();
    try (IndexKeeper keeper = keeper(work)) {
      work.wantAnew();
      keeper.step();
    }
    try (IndexKeeper keeper = keeper(new IndexWork())) {
      keeper.step();
      assertThat(places(keeper)).isEqualTo(301);
      assertThat(keeper.progress().isComplete()).isTrue();
    }
  }

  @Test
  void fillingCanBePausedAndGoneOnWith() throws IOException {
    desk.index.close();
    delete(desk.folder);
    desk.index = desk.open();
    desk.index.pause();
    desk.index.settle();
    assertThat(desk.index.progress().state()).isEqualTo(IndexProgress.State.PAUSED);
    assertThat(places(desk.index, "canary ")).isZero();
    desk.index.goOn();
    desk.index.settle();
    assertThat(places(desk.index, "canary ")).isEqualTo(301);
  }
}
