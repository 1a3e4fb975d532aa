package dev.throughline.desktop.app;

import static dev.throughline.desktop.app.OpenDesk.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.failure.CrashFolder;
import dev.throughline.desktop.failure.Crashes;
import dev.throughline.desktop.failure.Machine;
import dev.throughline.desktop.failure.Trail;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crashes of a desktop full of secrets: the reports hold none of them. */
class CrashCanaryTest {
  private static final String CANARY = "zebrafinch";

  @TempDir Path folder;
  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();
  private final AtomicLong seconds = new AtomicLong();
  private Path profile;

  @BeforeEach
  void installCrashes() {
    profile = folder.resolve("profile-" + CANARY);
    Crashes crashes =
        new Crashes(
            Machine.of("0.1.0", System.getProperties()),
            new Trail(),
            () -> Instant.ofEpochSecond(seconds.incrementAndGet()),
            Platform::isFxApplicationThread);
    crashes.keepIn(new CrashFolder(profile));
    Thread.setDefaultUncaughtExceptionHandler(crashes);
  }

  @AfterEach
  void restore() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  private List<Path> reports() {
    Path crashes = profile.resolve("crashes");
    if (!Files.isDirectory(crashes)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(crashes)) {
      return files.filter(file -> file.toString().endsWith(".txt")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void reportsFromEveryThreadHoldNoneOfTheSecrets() throws Exception {
    try (OpenDesk desk = OpenDesk.open(profile)) {
      var made = desk.client.interviews().create(Optional.empty(), CANARY, LocalDate.EPOCH);
      desk.client.memos().write(made.id(), made.memo(), "", "notes about " + CANARY);
      desk.client.interviews().set(made.id(), Map.of("place", Value.text(CANARY)));
      desk.client.settings().setDisplayName("Ada " + CANARY);
      OpenDesk.fx(
          () -> {
            desk.window.openSession(made.id());
            return null;
          });
      crashTheWindow();
      crashInTheBackground();
      crashAnImport(desk);
    }
    assertThat(reports()).hasSizeGreaterThanOrEqualTo(3);
    for (Path report : reports()) {
      String text = Files.readString(report);
      assertThat(text.toLowerCase(java.util.Locale.ROOT))
          .contains("code      cra-")
          .doesNotContain(CANARY)
          .doesNotContain(System.getProperty("user.home").toLowerCase(java.util.Locale.ROOT) + "/");
      assertThat(report.getFileName().toString()).doesNotContain(CANARY);
    }
  }

  private void crashTheWindow() {
    int known = reports().size();
    Platform.runLater(
        () -> {
          throw new IllegalStateException("the note says " + CANARY);
        });
    await("the window's crash is reported", () -> reports().size() > known);
  }

  private void crashInTheBackground() {
    int known = reports().size();
    try (ThreadBackground background = new ThreadBackground()) {
      background.run(
          () -> {
            throw new RuntimeException(CANARY, new IOException("/home/" + CANARY + "/talk.vtt"));
          });
      await("the background's crash is reported", () -> reports().size() > known);
    }
  }

  /** A path whose file system went away: nothing an import reckons with. */
  private void crashAnImport(OpenDesk desk) throws IOException {
    int known = reports().size();
    Path zip = folder.resolve(CANARY + ".zip");
    FileSystem away =
        FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"));
    Path talk = Files.writeString(away.getPath("/" + CANARY + ".vtt"), "WEBVTT");
    away.close();
    OpenDesk.fx(
        () -> {
          desk.window.importFiles(List.of(talk));
          return null;
        });
    await("the import's crash is reported", () -> reports().size() > known);
  }
}
