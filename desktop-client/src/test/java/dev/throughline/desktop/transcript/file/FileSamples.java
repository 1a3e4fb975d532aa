package dev.throughline.desktop.transcript.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Ways to read texts and sample files in tests, and short forms for what to expect. */
final class FileSamples {
  private FileSamples() {}

  static TranscriptFile read(String fileName, String text) {
    return read(fileName, text.getBytes(StandardCharsets.UTF_8));
  }

  static TranscriptFile read(String fileName, byte[] bytes) {
    return TranscriptFiles.read(
        fileName, new ByteArrayInputStream(bytes), bytes.length, ReadProgress.NONE);
  }

  static TranscriptFile.Read sound(TranscriptFile file) {
    assertThat(file).isInstanceOf(TranscriptFile.Read.class);
    return (TranscriptFile.Read) file;
  }

  static TranscriptFile.Read sound(String fileName, String text) {
    return sound(read(fileName, text));
  }

  static TranscriptFile.Refused refused(TranscriptFile file) {
    assertThat(file).isInstanceOf(TranscriptFile.Refused.class);
    return (TranscriptFile.Refused) file;
  }

  static List<Turn> turns(String fileName, String text) {
    return sound(fileName, text).turns();
  }

  static Turn turn(long start, long end, String speaker, String text) {
    return new Turn(speaker, OptionalLong.of(start), OptionalLong.of(end), text);
  }

  static Turn started(long start, String speaker, String text) {
    return new Turn(speaker, OptionalLong.of(start), OptionalLong.empty(), text);
  }

  static Turn untimed(String speaker, String text) {
    return new Turn(speaker, OptionalLong.empty(), OptionalLong.empty(), text);
  }

  static LeftOut leftOut(int line, Sentence sentence, Object... details) {
    return new LeftOut(line, sentence.with(details));
  }

  /** A folder of the samples beside the repository; skips the test where there is none. */
  static Path folder(String name) {
    Path folder =
        Stream.of("../../shared/samples", "../shared/samples")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("../shared/samples"))
            .resolve(name);
    assumeTrue(Files.isDirectory(folder), "the sample folder " + name + " is not here");
    return folder;
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
