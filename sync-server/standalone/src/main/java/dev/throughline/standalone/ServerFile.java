package dev.throughline.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * {@code server.json} in the data folder: the port and process of the server that runs there. It
 * appears whole, when the server answers, and is gone after a clean stop; after a crash the process
 * it names is gone.
 */
record ServerFile(Path path) {
  static ServerFile write(Path folder, int port) {
    Path path = folder.resolve("server.json");
    Path unfinished = folder.resolve("server.json.new");
    long pid = ProcessHandle.current().pid();
    try {
      Files.writeString(unfinished, "{\"port\":%s,\"pid\":%s}\n".formatted(port, pid));
      Files.move(
          unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new FolderTrouble(folder, e);
    }
    return new ServerFile(path);
  }

  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new FolderTrouble(path, e);
    }
  }
}
