package dev.throughline.desktop.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashesTest {
  @TempDir Path profile;
  private final List<CrashFolder.Kept> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-25T10:00:00Z");
  private CrashFolder folder;
  private Crashes crashes;

  @BeforeEach
  void begin() {
    folder = new CrashFolder(profile);
    crashes = new Crashes(new Machine("0.1.0", "25", "Linux"), new Trail(), () -> now, () -> false);
    crashes.keepIn(folder);
    crashes.onCrash(told::add);
  }

  private void crash(String method) {
    now = now.plusSeconds(1);
    RuntimeException bug = new RuntimeException();
    bug.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("dev.throughline.X", method, null, 1)});
    crashes.uncaughtException(Thread.currentThread(), bug);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(profile.resolve("crashes"))) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void reportIsOnDiskBeforeAnybodyIsTold() throws IOException {
    crash("save");
    assertThat(told).hasSize(1);
    assertThat(Files.readString(told.getFirst().file())).isEqualTo(told.getFirst().report().text());
    assertThat(folder.newest()).contains(told.getFirst());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(told.getFirst().file())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(profile.resolve("crashes"))))
        .isEqualTo("rwx------");
  }

  @Test
  void sameBugInEveryFrameIsOneReport() throws IOException {
    for (int frame = 0; frame < 500; frame++) {
      crash("layout");
    }
    assertThat(files()).hasSize(1);
    assertThat(told).hasSize(1);
  }

  @Test
  void differentBugsEndAtALimit() throws IOException {
    for (int bug = 0; bug < Crashes.CODES_MAX * 3; bug++) {
      crash("bug" + bug);
    }
    assertThat(files()).hasSize(Crashes.CODES_MAX);
  }

  @Test
  void oldestReportsGoFirst() throws IOException {
    for (int i = 0; i < CrashFolder.KEPT_MAX + 5; i++) {
      now = now.plusSeconds(1);
      folder.keep(
          new CrashReport(
              "CRA-0000000" + Integer.toHexString(i % 16).toUpperCase(java.util.Locale.ROOT),
              "text " + i),
          now);
    }
    assertThat(files()).hasSize(CrashFolder.KEPT_MAX);
    assertThat(folder.newest().orElseThrow().report().text()).isEqualTo("text 14");
  }

  @Test
  void reportThatWasLookedAtIsNotBroughtUpAgain() {
    crash("save");
    folder.markSeen(told.getFirst());
    assertThat(new CrashFolder(profile).newest()).isEmpty();
  }

  @Test
  void deletingTakesTheReportAwayLookedAtOrNot() throws IOException {
    crash("save");
    folder.markSeen(told.getFirst());
    folder.delete(told.getFirst());
    assertThat(files()).isEmpty();
    crash("load");
    folder.delete(told.getLast());
    assertThat(files()).isEmpty();
  }

  @Test
  void foreignFilesAreNeitherReadNorDeleted() throws IOException {
    Path crashFolder = Files.createDirectories(profile.resolve("crashes"));
    Files.writeString(crashFolder.resolve("diary.txt"), "mine");
    Files.write(crashFolder.resolve("20261125-100000000-CRA-00000000.new.txt"), new byte[1 << 20]);
    assertThat(folder.newest()).as("far too long for one of ours").isEmpty();
    for (int i = 0; i < CrashFolder.KEPT_MAX + 2; i++) {
      now = now.plusSeconds(1);
      folder.keep(new CrashReport("CRA-0000000A", "text"), now);
    }
    assertThat(crashFolder.resolve("diary.txt")).hasContent("mine");
  }

  @Test
  void folderThatCannotBeWrittenIsNoSecondCrash() throws IOException {
    Files.writeString(profile.resolve("crashes"), "a file where the folder should be");
    crash("save");
    assertThat(told).isEmpty();
  }

  @Test
  void listenerThatBreaksIsNoSecondCrash() throws IOException {
    crashes.onCrash(
        kept -> {
          throw new IllegalStateException("the window is gone");
        });
    crash("save");
    assertThat(files()).hasSize(1);
  }

  @Test
  void endWithoutClosingIsNoticedOnce() {
    RunMark first = new RunMark(profile);
    first.begin();
    assertThat(first.wasUnclean()).isFalse();
    RunMark afterKill = new RunMark(profile);
    afterKill.begin();
    assertThat(afterKill.wasUnclean()).isTrue();
    afterKill.end();
    RunMark afterClose = new RunMark(profile);
    afterClose.begin();
    assertThat(afterClose.wasUnclean()).isFalse();
  }
}
