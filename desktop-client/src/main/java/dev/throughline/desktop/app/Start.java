package dev.throughline.desktop.app;

import dev.throughline.desktop.account.KeyVault;
import dev.throughline.desktop.recording.CardInputs;
import dev.throughline.desktop.recording.Inputs;
import dev.throughline.desktop.sound.play.SoundCard;
import dev.throughline.desktop.sound.play.SoundOutput;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the desktop is started: which profile, where its key may lie, which server to propose, which
 * files to take in, and by what it hears and is heard.
 */
public record Start(
    Path profile,
    List<KeyVault> vaults,
    Optional<URI> server,
    boolean opensSample,
    List<Path> files,
    Sound sound) {
  public Start {
    vaults = List.copyOf(vaults);
    files = List.copyOf(files);
  }

  /** With the sound card of this computer. */
  public Start(
      Path profile,
      List<KeyVault> vaults,
      Optional<URI> server,
      boolean opensSample,
      List<Path> files) {
    this(profile, vaults, server, opensSample, files, Sound.CARD);
  }

  /** Without files. */
  public Start(Path profile, List<KeyVault> vaults, Optional<URI> server, boolean opensSample) {
    this(profile, vaults, server, opensSample, List.of());
  }

  /** The same with other ears and another voice. */
  public Start with(Sound other) {
    return new Start(profile, vaults, server, opensSample, files, other);
  }

  /** What sound comes from and goes to. */
  public record Sound(Inputs inputs, SoundOutput output) {
    public static final Sound CARD = new Sound(new CardInputs(), new SoundCard());
  }
}
