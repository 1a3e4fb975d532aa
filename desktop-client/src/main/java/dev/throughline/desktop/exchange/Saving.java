package dev.throughline.desktop.exchange;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import java.util.List;

/** How a file's records are saved: as one step that can be undone where there is a window. */
@FunctionalInterface
public interface Saving {
  /** Saves drafts as one group: all of them or none. */
  SaveResult save(List<Draft> group);
}
