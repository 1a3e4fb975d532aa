package dev.throughline.desktop.account;

import java.util.Optional;

/** Keeps a profile's key outside the profile folder, so that the folder alone opens nothing. */
public interface KeyVault {
  /** What people call this vault. */
  Kind kind();

  /** The key stored under that name; empty when there is none or the vault cannot be read now. */
  Optional<byte[]> load(String name);

  /** Stores a key; answers whether the vault holds it now. */
  boolean store(String name, byte[] key);

  /** Where keys can be kept. */
  enum Kind {
    /** The operating system's keychain. */
    KEYCHAIN,
    /** A file only this user can read, for computers without a keychain. */
    FILE
  }
}
