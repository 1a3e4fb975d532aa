package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two starts on one profile, in real processes. */
class SecondStartTest {
  private static final String HANDED_OVER = "Throughline is open already";

  @TempDir Path folder;

  private Path talk() throws IOException {
    return Files.writeString(
        folder.resolve("talk.vtt"), "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v P-01>A word.\n");
  }

  private DesktopChild start(String... files) {
    return DesktopChild.start(WatchedDesktop.class, folder.resolve("profile"), files);
  }

  @Test
  void secondStartLeavesItsFilesWithTheFirstAndScriptsAreRefused() throws Exception {
    try (DesktopChild first = start()) {
      first.awaitSaying("shown");
      try (DesktopChild second = start(talk().toString())) {
        assertThat(second.exit()).as(second.output()).isZero();
        assertThat(second.said(HANDED_OVER)).isTrue();
        assertThat(second.said("shown")).isFalse();
      }
      first.awaitSaying("interviews 1");
      List<String> script =
          List.of(
              "import",
              talk().toString(),
              "--profile",
              folder.resolve("profile").toString(),
              "--keys",
              folder.resolve("keys").toString());
      try (DesktopChild refused = DesktopChild.run(Main.class, script)) {
        assertThat(refused.exit()).isEqualTo(ExitCode.PROFILE.number());
        OpenDesk.await("the sentence", () -> refused.output().contains("PRO-01"));
      }
    }
  }

  @Test
  void twoStartsAtTheSameMomentAreOneWindow() throws Exception {
    try (DesktopChild one = start();
        DesktopChild other = start()) {
      OpenDesk.await("one is shown", () -> one.said("shown") || other.said("shown"));
      DesktopChild second = one.said("shown") ? other : one;
      assertThat(second.exit()).as(second.output()).isZero();
      assertThat(second.said(HANDED_OVER)).isTrue();
      assertThat(second.said("shown")).isFalse();
    }
  }

  @Test
  void startAfterAKillFindsNoGhostAndSaysSoHonestly() throws Exception {
    try (DesktopChild first = start()) {
      first.awaitSaying("shown");
      first.kill();
    }
    assertThat(folder.resolve("profile").resolve("door").resolve("socket")).exists();
    try (DesktopChild second = start()) {
      second.awaitSaying("shown");
      second.awaitSaying("notice Throughline was not closed last time");
      assertThat(second.output()).doesNotContain("stopped unexpectedly");
    }
    assertThat(folder.resolve("profile").resolve("crashes")).doesNotExist();
  }
}
