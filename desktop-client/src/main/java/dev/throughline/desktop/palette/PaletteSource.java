package dev.throughline.desktop.palette;

import java.util.List;
import java.util.function.Consumer;

/** Where the palette takes its things from. Asked on the UI thread. */
public interface PaletteSource {
  /** Commands, places, interviews, studies, people and settings as they are now. */
  List<Thing> things();

  /** What was said or written; answers later on the UI thread, never for an empty text. */
  void said(String typed, Consumer<List<Thing>> answer);
}
