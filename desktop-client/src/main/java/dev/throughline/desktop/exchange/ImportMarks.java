package dev.throughline.desktop.exchange;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Remembers on disk which imports have begun and not ended, so that one that was cut off is told of
 * and goes on where it stopped. Any thread.
 */
public interface ImportMarks {
  /** Remembers nothing. */
  ImportMarks NONE =
      new ImportMarks() {
        @Override
        public List<ImportMark> open() {
          return List.of();
        }

        @Override
        public boolean begin(ImportMark mark) {
          return true;
        }

        @Override
        public void end(RecordId id) {}
      };

  /** The imports that have not ended, oldest first. */
  List<ImportMark> open();

  /** Remembers an import before its first part is saved; answers whether that is on disk. */
  boolean begin(ImportMark mark);

  /** Forgets an import: its last part is in, or everything of it was removed. */
  void end(RecordId id);

  /** Something that reads a file in. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Does an import whose records bring their own ids; only a killed process leaves it open. */
  default <T> T during(Path file, Work<T> work) throws IOException {
    String path = file.toAbsolutePath().toString();
    RecordId id = new RecordId(Uuids.derived("workspace/" + path));
    begin(new ImportMark(path, Optional.empty(), id, 0));
    try {
      return work.run();
    } finally {
      end(id);
    }
  }

  /** The import with that id, if it has not ended. */
  default Optional<ImportMark> open(RecordId id) {
    return open().stream().filter(mark -> mark.id().equals(id)).findFirst();
  }
}
