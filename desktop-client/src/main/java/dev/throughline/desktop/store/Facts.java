package dev.throughline.desktop.store;

import java.sql.SQLException;
import java.util.Optional;

/** Small facts about the store itself, in the same transaction as what they describe. */
public interface Facts {
  Optional<String> get(String name) throws SQLException;

  /** The fact as a number; 0 when it is not there. */
  default long number(String name) throws SQLException {
    return get(name).map(Long::parseLong).orElse(0L);
  }

  void put(String name, String content) throws SQLException;

  default void put(String name, long content) throws SQLException {
    put(name, Long.toString(content));
  }
}
