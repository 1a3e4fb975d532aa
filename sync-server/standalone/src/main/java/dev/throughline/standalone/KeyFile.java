package dev.throughline.standalone;

import dev.throughline.engines.PrivateFile;
import dev.throughline.server.keys.ServiceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this server signs with, in files of its data folder: an Ed25519 private key each, PKCS#8 in
 * base64. Made at the first start; whoever loses one goes on as another signer.
 */
final class KeyFile {
  /** That of the embedded Kernel. */
  static final String KERNEL = "kernel.key";

  /** That by which packages of what happened are sealed. */
  static final String AUDIT = "audit.key";

  private KeyFile() {}

  /**
   * A key of a folder.
   *
   * @throws FolderTrouble when it cannot be read or made, or what is there is no key
   */
  static String open(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        PrivateFile.write(file, ServiceKey.make().toPkcs8() + "\n");
      }
      String key = Files.readString(file).strip();
      ServiceKey.read(key);
      return key;
    } catch (IllegalArgumentException _) {
      throw FolderTrouble.damaged(file);
    } catch (IOException e) {
      throw new FolderTrouble(folder, e);
    }
  }
}
