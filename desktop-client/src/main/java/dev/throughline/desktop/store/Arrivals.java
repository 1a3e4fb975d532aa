package dev.throughline.desktop.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The latest that others did to each record; only the newest of them are kept. */
public interface Arrivals {
  /** Rows kept; nobody reads further back than this after weeks away. */
  int KEPT_MAX = 2_000;

  /** Puts arrivals in, each in the place of the one with its author, record and kind. */
  void put(Collection<Arrival> arrivals) throws SQLException;

  /** Latest first. */
  List<Arrival> after(long seq, int countMax) throws SQLException;
}
