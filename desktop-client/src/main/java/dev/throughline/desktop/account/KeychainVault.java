package dev.throughline.desktop.account;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Base64;
import java.util.Optional;

/** The operating system's keychain: Credential Manager, Keychain, Secret Service or KWallet. */
final class KeychainVault implements KeyVault {
  private static final String SERVICE = "Throughline";

  private final Keyring keyring;

  private KeychainVault(Keyring keyring) {
    this.keyring = keyring;
  }

  /** The keychain of this session; empty where there is none. */
  static Optional<KeyVault> find() {
    try {
      return Optional.of(new KeychainVault(Keyring.create()));
    } catch (BackendNotSupportedException | RuntimeException | LinkageError _) {
      return Optional.empty();
    }
  }

  @Override
  public Kind kind() {
    return Kind.KEYCHAIN;
  }

  @Override
  public Optional<byte[]> load(String name) {
    try {
      return Optional.of(Base64.getDecoder().decode(keyring.getPassword(SERVICE, name)));
    } catch (PasswordAccessException | RuntimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public boolean store(String name, byte[] key) {
    try {
      keyring.setPassword(SERVICE, name, Base64.getEncoder().encodeToString(key));
      return load(name).filter(stored -> java.util.Arrays.equals(stored, key)).isPresent();
    } catch (PasswordAccessException | RuntimeException _) {
      return false;
    }
  }
}
