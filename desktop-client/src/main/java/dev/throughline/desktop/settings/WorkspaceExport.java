package dev.throughline.desktop.settings;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the whole workspace to a file; answers how many records it holds. */
@FunctionalInterface
public interface WorkspaceExport {
  int write(Path file) throws IOException;
}
