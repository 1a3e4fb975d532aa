package dev.throughline.desktop.settings;

import java.nio.file.Path;

/** Takes the workspace out. Each begins a task that says itself how it ends. UI thread. */
public interface WorkspaceExport {
  /** Everything in open formats, into a new folder below this one. */
  void everything(Path folder);

  /** One file without loss. */
  void json(Path file);
}
