package dev.throughline.desktop.library;

import java.util.List;

/** The filters a person keeps by name, in their order. Reading and writing touch the disk. */
public interface SavedFilters {
  /** Most filters one profile keeps. */
  int COUNT_MAX = 50;

  /** A filter under its name. */
  record Named(String name, byte[] filter) {}

  List<Named> read();

  void write(List<Named> filters);
}
