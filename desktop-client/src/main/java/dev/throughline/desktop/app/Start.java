package dev.throughline.desktop.app;

import dev.throughline.desktop.account.KeyVault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the desktop is started: which profile, where its key may lie, which server to propose, and
 * which files to take in.
 */
public record Start(
    Path profile,
    List<KeyVault> vaults,
    Optional<URI> server,
    boolean opensSample,
    List<Path> files) {
  public Start {
    vaults = List.copyOf(vaults);
    files = List.copyOf(files);
  }

  /** Without files. */
  public Start(Path profile, List<KeyVault> vaults, Optional<URI> server, boolean opensSample) {
    this(profile, vaults, server, opensSample, List.of());
  }
}
