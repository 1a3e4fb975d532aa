package dev.throughline.desktop.exchange.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.exchange.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class OpenRefusalTest extends OpenFixture {
  @Test
  void aChangedWorkspaceFileIsRefused() throws IOException {
    fill();
    Path export = export(anna, "first");
    Path json = export.resolve("workspace.json");
    Files.writeString(json, Files.readString(json).replace("P-07", "P-08"));

    assertThat(refused(read(ben, export)).code()).isEqualTo("EXP-10");
    assertThat(ben.ledger().store().lastOpNo()).isZero();
  }

  @Test
  void whatIsNoExportIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path zip = zip("other.zip", Map.of("a.txt", "x"));
    Path broken = Files.writeString(folder.resolve("broken.zip"), "PK\u0003\u0004 and nothing");

    assertThat(refused(read(ben, empty)).code()).isEqualTo("EXP-09");
    assertThat(refused(read(ben, zip)).code()).isEqualTo("EXP-09");
    Path blank = zip("blank.zip", Map.of("workspace.json", " ".repeat(10_000)));
    assertThat(refused(read(ben, blank)).sentence())
        .contains("Its workspace.json does not begin as one that Throughline writes");
    assertThat(refused(read(ben, broken)).code()).isEqualTo("EXP-02");
  }

  @Test
  void archivesThatReachOutsideOrBlowUpAreRefused() throws IOException {
    fill();
    String json = Files.readString(export(anna, "first").resolve("workspace.json"));

    for (String name :
        List.of("../evil", "/evil", "a/../../evil", "C:/evil", "a\\..\\evil", "./a")) {
      Path zip = zip("hostile.zip", Map.of("workspace.json", json, name, "x"));
      assertThat(refused(read(ben, zip)).code()).as(name).isEqualTo("EXP-07");
    }
    Path bomb = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      out.putNextEntry(new ZipEntry("workspace.json"));
      out.write(
          "{\"format\":\"throughline-workspace\",\"version\":1,\"records\":[\n"
              .getBytes(StandardCharsets.UTF_8));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        out.write(zeros);
      }
      out.putNextEntry(new ZipEntry("checksums.sha256"));
      out.write(("0".repeat(64) + "  workspace.json\n").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(refused(read(ben, bomb)).code()).isEqualTo("EXP-07");
    assertThat(ben.ledger().store().lastOpNo()).isZero();
  }

  @Test
  void linksInAFolderAreNotFollowed() throws IOException {
    fill();
    Path export = export(anna, "first");
    Path outside = Files.move(export.resolve("workspace.json"), folder.resolve("outside.json"));
    Files.createSymbolicLink(export.resolve("workspace.json"), outside);

    assertThat(refused(read(ben, export)).code()).isEqualTo("EXP-09");
  }

  @Test
  void whatExistsIsLeftAlone() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there"));
    Path file = Files.writeString(folder.resolve("there.zip"), "mine");

    assertThat(code(write(anna, there))).isEqualTo("EXP-05");
    assertThat(code(write(anna, file))).isEqualTo("EXP-05");
    assertThat(code(write(anna, folder.resolve("missing").resolve("x")))).isEqualTo("EXP-03");
    assertThat(there).isEmptyDirectory();
    assertThat(file).hasContent("mine");
  }

  @Test
  void aFullDiskLeavesNothingBehind() throws IOException {
    fill();
    for (int written = 0; written < 9; written++) {
      int fullAfter = written;
      OpenExport.Result result =
          OpenExport.write(
              anna.ledger().store(),
              anna.leaving(),
              Optional.empty(),
              folder.resolve("full"),
              Progress.NONE,
              place -> new FullAfter(new FolderTarget(place), fullAfter));
      assertThat(code(result)).isEqualTo("EXP-06");
    }
    assertThat(names()).noneMatch(name -> name.contains("full") || name.contains("export-"));
  }

  @Test
  void stoppingLeavesNothingBehind() throws IOException {
    fill();
    for (int asked = 0; asked < 9; asked++) {
      for (String name : List.of("stopped", "stopped.zip")) {
        OpenExport.Result result =
            OpenExport.write(
                anna.ledger().store(),
                anna.leaving(),
                Optional.empty(),
                folder.resolve(name),
                stopAfter(asked));
        assertThat(result).isEqualTo(new OpenExport.Cancelled());
      }
    }
    assertThat(names()).noneMatch(name -> name.contains("stopped") || name.contains("export-"));
    assertThat(OpenImport.read(ben.ledger(), Optional.empty(), export(anna, "whole"), stopAfter(3)))
        .isEqualTo(new OpenImport.Cancelled());
    assertThat(ben.ledger().store().lastOpNo()).isZero();
  }

  /** A disk with room for some files. */
  private static final class FullAfter implements Target {
    private final Target inner;
    private int left;

    FullAfter(Target inner, int files) {
      this.inner = inner;
      this.left = files;
    }

    @Override
    public OutputStream next(String path) throws IOException {
      if (left-- == 0) {
        throw new IOException("No space left on device");
      }
      return inner.next(path);
    }

    @Override
    public void finish() throws IOException {
      inner.finish();
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }

  private static Progress stopAfter(int times) {
    return new Progress() {
      private int asked;

      @Override
      public void done(double share) {}

      @Override
      public boolean isCancelled() {
        return asked++ >= times;
      }
    };
  }

  private static String code(OpenExport.Result result) {
    assertThat(result).isInstanceOf(OpenExport.NotWritten.class);
    return ((OpenExport.NotWritten) result).code();
  }

  private static OpenImport.Refused refused(OpenImport.Result result) {
    assertThat(result).isInstanceOf(OpenImport.Refused.class);
    return (OpenImport.Refused) result;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return new ArrayList<>(all.map(path -> path.getFileName().toString()).toList());
    }
  }
}
