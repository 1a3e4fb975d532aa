package dev.throughline.desktop.library;

import dev.throughline.desktop.transcript.file.LeftOut;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.List;

/** What became of one file. */
sealed interface ImportOutcome {
  /** A transcript is in; what is not in is listed. */
  record Transcript(RecordId interview, int turns, List<LeftOut> leftOut) implements ImportOutcome {
    public Transcript {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * A workspace export was read.
   *
   * @param leftOut files of it that were edited since, are missing or do not belong to it
   * @param editedTables those of them that can be imported by themselves
   */
  record Workspace(int records, int changed, List<LeftOut> leftOut, List<Path> editedTables)
      implements ImportOutcome {
    public Workspace {
      leftOut = List.copyOf(leftOut);
      editedTables = List.copyOf(editedTables);
    }
  }

  /** A table is in; columns that are not in are listed. */
  record Table(int rows, int made, int changed, List<LeftOut> leftOut) implements ImportOutcome {
    public Table {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** A folder that is no export; its files follow as files of their own. */
  record Folder(List<Path> files) implements ImportOutcome {
    public Folder {
      files = List.copyOf(files);
    }
  }

  /** Nothing of the file is in; the sentence says why and names the line where there is one. */
  record Refused(String code, String sentence) implements ImportOutcome {}

  /** Stopped by the person before anything was saved. */
  record Cancelled() implements ImportOutcome {}
}
