package dev.throughline.desktop.platform;

import java.util.UUID;

/** Makes new ids: UUIDv7 in production, counted ones in tests. Safe for use by many threads. */
@FunctionalInterface
public interface Ids {
  UUID next();
}
