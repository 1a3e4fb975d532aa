package dev.throughline.desktop.account;

import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.platform.Ids;
import dev.throughline.desktop.platform.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * One person's folder on this computer, locked while it is open. Everything in it is sealed under
 * {@link #key}, which lies in a {@link KeyVault} and behind a {@link RecoveryCode}.
 */
public final class Profile implements AutoCloseable {
  /** What opening a folder leads to. */
  public sealed interface Opening {}

  public record Opened(Profile profile) implements Opening {}

  /** The key is not on this computer; {@link #openWithCode} needs the recovery code. */
  public record NeedsRecoveryCode(Path folder) implements Opening {}

  /** Lies in a profile from before its profile.json is written until its journal was opened. */
  private static final String FIRST_START = "first-start";

  private final Path folder;
  private final ProfileLock lock;
  private final ProfileKey key;
  private final KeyVault.Kind vault;
  private ProfileFile file;

  private Profile(
      Path folder, ProfileLock lock, ProfileKey key, KeyVault.Kind vault, ProfileFile file) {
    this.folder = folder;
    this.lock = lock;
    this.key = key;
    this.vault = vault;
    this.file = file;
  }

  /**
   * Opens the profile in a folder, or makes one there.
   *
   * @throws UserError when the folder is in use, of a newer version, damaged or cannot be written
   */
  public static Opening open(Path folder, List<KeyVault> vaults, Ids ids, SecureRandom random)
      throws UserError {
    ProfileLock lock = ProfileLock.take(folder);
    try {
      Opening opening = openLocked(folder, lock, vaults, ids, random);
      if (opening instanceof NeedsRecoveryCode) {
        lock.close();
      }
      return opening;
    } catch (UserError | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Opening openLocked(
      Path folder, ProfileLock lock, List<KeyVault> vaults, Ids ids, SecureRandom random)
      throws UserError {
    Optional<ProfileFile> file = ProfileFile.read(folder);
    if (file.isEmpty()) {
      requireNoJournal(folder);
      return new Opened(create(folder, lock, vaults, ids.next().toString(), random));
    }
    for (KeyVault vault : vaults) {
      Optional<ProfileKey> key =
          vault
              .load(file.get().id())
              .filter(bytes -> bytes.length == ProfileKey.LENGTH)
              .map(ProfileKey::of)
              .filter(found -> found.id().equals(file.get().keyId()));
      if (key.isPresent()) {
        return new Opened(new Profile(folder, lock, key.get(), vault.kind(), file.get()));
      }
    }
    return new NeedsRecoveryCode(folder);
  }

  private static void requireNoJournal(Path folder) throws UserError {
    if (Files.exists(folder.resolve("journal"))) {
      throw new UserError(
          "PRO-07",
          "This folder holds a journal but its profile.json is gone. Nothing was changed. Put"
              + " back a copy of profile.json, or open another profile with --profile.");
    }
  }

  private static Profile create(
      Path folder, ProfileLock lock, List<KeyVault> vaults, String id, SecureRandom random)
      throws UserError {
    ProfileKey key = ProfileKey.generate(random);
    KeyVault.Kind vault = keep(vaults, id, key);
    RecoveryCode code = RecoveryCode.generate(random);
    ProfileFile file =
        new ProfileFile(
            id,
            key.id(),
            Sealed.seal(code.key(), key.bytes(), id, random),
            Sealed.seal(key.cipherKey("recovery code"), ascii(code.shown()), id, random),
            false);
    Profile profile = new Profile(folder, lock, key, vault, file);
    profile.markFirstStart();
    profile.save(file);
    return profile;
  }

  private void markFirstStart() throws UserError {
    try {
      AtomicFile.createFolder(folder);
      AtomicFile.write(folder.resolve(FIRST_START), new byte[0]);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Whether no start of this profile came as far as opening its journal. */
  public boolean isFirstStart() {
    return Files.exists(folder.resolve(FIRST_START));
  }

  /** Remembers that there was a journal; from now on its absence is a loss. */
  public void endFirstStart() throws IOException {
    Files.deleteIfExists(folder.resolve(FIRST_START));
  }

  /**
   * Opens a profile whose key is not on this computer and keeps the key here from now on.
   *
   * @return empty when the code is not this profile's
   */
  public static Optional<Profile> openWithCode(
      Path folder, RecoveryCode code, List<KeyVault> vaults) throws UserError {
    ProfileLock lock = ProfileLock.take(folder);
    try {
      Optional<Profile> opened = openLockedWithCode(folder, lock, code, vaults);
      if (opened.isEmpty()) {
        lock.close();
      }
      return opened;
    } catch (UserError | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Optional<Profile> openLockedWithCode(
      Path folder, ProfileLock lock, RecoveryCode code, List<KeyVault> vaults) throws UserError {
    Optional<ProfileFile> file = ProfileFile.read(folder);
    Optional<ProfileKey> key =
        file.flatMap(f -> Sealed.open(code.key(), f.keyByCode(), f.id())).map(ProfileKey::of);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    KeyVault.Kind vault = keep(vaults, file.get().id(), key.get());
    return Optional.of(new Profile(folder, lock, key.get(), vault, file.get()));
  }

  private static KeyVault.Kind keep(List<KeyVault> vaults, String id, ProfileKey key)
      throws UserError {
    for (KeyVault vault : vaults) {
      if (vault.store(id, key.bytes())) {
        return vault.kind();
      }
    }
    throw new UserError(
        "PRO-04",
        "The key of this profile could not be kept on this computer. Nothing was written. Check"
            + " that the keychain is unlocked or that your data folder can be written.");
  }

  public Path folder() {
    return folder;
  }

  public ProfileKey key() {
    return key;
  }

  /** Where the key is kept on this computer. */
  public KeyVault.Kind vault() {
    return vault;
  }

  public boolean isRecoverySaved() {
    return file.recoverySaved();
  }

  /** The code that opens this profile elsewhere. */
  public RecoveryCode recoveryCode() {
    return Sealed.open(key.cipherKey("recovery code"), file.codeByKey(), file.id())
        .map(bytes -> new RecoveryCode(new String(bytes, StandardCharsets.US_ASCII)))
        .orElseThrow(() -> new IllegalStateException("profile.json was changed from outside"));
  }

  /** Remembers that the person keeps the code somewhere safe. */
  public void markRecoverySaved() throws UserError {
    save(new ProfileFile(file.id(), file.keyId(), file.keyByCode(), file.codeByKey(), true));
  }

  private void save(ProfileFile changed) throws UserError {
    try {
      AtomicFile.createFolder(folder);
      changed.write(folder);
      file = changed;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static UserError unwritable(IOException e) {
    return new UserError(
        "PRO-05",
        "The profile folder cannot be written. Check that the disk is not full and that the"
            + " folder is yours, then start again.",
        e);
  }

  @Override
  public void close() {
    lock.close();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
