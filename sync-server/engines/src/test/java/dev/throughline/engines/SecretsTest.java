package dev.throughline.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path home;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = home.resolve("postgres.secrets");
  }

  private Secrets open() throws IOException {
    return Secrets.openOrMake(file, new SecureRandom());
  }

  @Test
  void stayTheSameOnceMade() throws IOException {
    assertThat(Secrets.areIn(file)).isFalse();
    var made = open();
    assertThat(Secrets.areIn(file)).isTrue();
    assertThat(open()).isEqualTo(made);
  }

  @Test
  void areLongAndAllDifferent() throws IOException {
    var secrets = open();
    assertThat(Stream.concat(Stream.of(secrets.superuser()), secrets.roles().stream()))
        .extracting(Credentials::password)
        .doesNotHaveDuplicates()
        .allSatisfy(password -> assertThat(password).matches("[A-Za-z0-9_-]{43}"));
  }

  @Test
  void roleThatCameLaterIsAddedToTheFile() throws IOException {
    var made = open();
    var without =
        Files.readAllLines(file).stream().filter(line -> !line.contains("sequencer")).toList();
    Files.write(file, without);

    var again = open();

    assertThat(again.app()).isEqualTo(made.app());
    assertThat(again.sequencer()).isNotEqualTo(made.sequencer()).isEqualTo(open().sequencer());
  }

  @Test
  void areReadableByTheirOwnerOnly() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "this system has no POSIX permissions");
    open();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void neverShowWhenPrinted() throws IOException {
    var secrets = open();
    assertThat(secrets.toString())
        .contains("throughline_app")
        .doesNotContain(secrets.app().password(), secrets.superuser().password());
  }
}
