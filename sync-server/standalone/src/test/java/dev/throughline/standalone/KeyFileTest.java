package dev.throughline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir private Path folder;

  @Test
  void aFolderKeepsItsKey() throws IOException {
    String key = KeyFile.open(folder, KeyFile.KERNEL);
    assertThat(KeyFile.open(folder, KeyFile.KERNEL)).isEqualTo(key).isNotBlank();
    Path other = Files.createDirectory(folder.resolve("other"));
    assertThat(KeyFile.open(other, KeyFile.KERNEL)).isNotEqualTo(key);
    assertThat(KeyFile.open(folder, KeyFile.AUDIT)).isNotEqualTo(key);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
  void nobodyElseReadsIt() throws IOException {
    KeyFile.open(folder, KeyFile.KERNEL);
    assertThat(Files.getPosixFilePermissions(folder.resolve("kernel.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aDamagedKeyIsNotReplaced() throws IOException {
    for (String damaged : new String[] {"", "no key", "AAAA"}) {
      Path file = Files.writeString(folder.resolve("kernel.key"), damaged);
      assertThatThrownBy(() -> KeyFile.open(folder, KeyFile.KERNEL))
          .isInstanceOf(FolderTrouble.class)
          .hasMessageContaining("SRV-45");
      assertThat(file).hasContent(damaged);
    }
  }
}
