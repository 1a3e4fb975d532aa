package dev.throughline.desktop.account;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The vaults of this computer, the best one first. */
public final class KeyVaults {
  private KeyVaults() {}

  /** The keychain, where there is one, and a file below {@code dataFolder}. */
  public static List<KeyVault> ofSystem(Path dataFolder) {
    return Stream.concat(KeychainVault.find().stream(), ofFiles(dataFolder).stream()).toList();
  }

  /** Only the file: for scripts and trials that must not touch a person's keychain. */
  public static List<KeyVault> ofFiles(Path dataFolder) {
    return List.of(new FileVault(dataFolder.resolve("keys")));
  }
}
