package dev.throughline.desktop.store;

import java.sql.SQLException;

/** A record that was to be put in as a new one is here already; nothing was put in. */
public final class AlreadyHere extends SQLException {
  private static final long serialVersionUID = 1;

  public AlreadyHere(String record) {
    super(record);
  }

  AlreadyHere(SQLException cause) {
    super(cause);
  }
}
