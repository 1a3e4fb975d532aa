package dev.throughline.planted.desktop.home;

import java.sql.Connection;

/** Must not be reported. */
final class FineStore {
  Connection connection;
}
