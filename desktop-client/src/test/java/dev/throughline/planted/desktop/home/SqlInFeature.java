package dev.throughline.planted.desktop.home;

import java.sql.Connection;

/** SQL outside a store. */
final class SqlInFeature {
  Connection connection;
}
