package dev.throughline.desktop.account;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** One file per key in a folder of its own, readable by its owner only. */
final class FileVault implements KeyVault {
  private final Path folder;

  FileVault(Path folder) {
    this.folder = folder;
  }

  @Override
  public Kind kind() {
    return Kind.FILE;
  }

  @Override
  public Optional<byte[]> load(String name) {
    try {
      return Optional.of(HexFormat.of().parseHex(Files.readString(file(name)).strip()));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public boolean store(String name, byte[] key) {
    try {
      AtomicFile.createFolder(folder);
      AtomicFile.write(
          file(name), HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".key");
  }
}
