package dev.throughline.desktop.app;

import dev.throughline.desktop.account.KeyVault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the desktop is started: which profile, where its key may lie, which server to propose. */
public record Start(
    Path profile, List<KeyVault> vaults, Optional<URI> server, boolean opensSample) {
  public Start {
    vaults = List.copyOf(vaults);
  }
}
