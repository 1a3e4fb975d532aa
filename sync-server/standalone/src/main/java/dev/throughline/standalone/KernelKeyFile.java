package dev.throughline.standalone;

import dev.throughline.engines.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * {@code kernel.key} in the data folder: what the embedded Kernel signs with, an Ed25519 private
 * key, PKCS#8 in base64. Made at the first start; whoever loses it goes on as another signer.
 */
final class KernelKeyFile {
  private static final String ALGORITHM = "Ed25519";

  private KernelKeyFile() {}

  /**
   * The key of a folder.
   *
   * @throws FolderTrouble when it cannot be read or made, or what is there is no key
   */
  static String open(Path folder) {
    Path file = folder.resolve("kernel.key");
    try {
      if (!Files.exists(file)) {
        PrivateFile.write(file, made() + "\n");
      }
      return checked(file);
    } catch (IOException e) {
      throw new FolderTrouble(folder, e);
    }
  }

  private static String made() {
    try {
      byte[] key =
          KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair().getPrivate().getEncoded();
      return Base64.getEncoder().encodeToString(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  private static String checked(Path file) throws IOException {
    try {
      String key = Files.readString(file).strip();
      var read = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key));
      KeyFactory.getInstance(ALGORITHM).generatePrivate(read);
      return key;
    } catch (IllegalArgumentException | GeneralSecurityException _) {
      throw FolderTrouble.damaged(file);
    }
  }
}
