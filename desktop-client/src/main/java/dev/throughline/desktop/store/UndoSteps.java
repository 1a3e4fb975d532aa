package dev.throughline.desktop.store;

import java.sql.SQLException;
import java.util.List;

/** The steps that can be taken back or done again, as their writer coded them. */
public interface UndoSteps {
  /** Oldest first. */
  List<UndoStep> all() throws SQLException;

  void put(UndoStep step) throws SQLException;

  void remove(List<Long> numbers) throws SQLException;
}
