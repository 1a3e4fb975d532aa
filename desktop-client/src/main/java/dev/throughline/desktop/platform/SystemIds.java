package dev.throughline.desktop.platform;

import dev.throughline.model.id.Uuids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * UUIDv7 from the clock and a secure random source; ids made by one process never go back in time.
 */
public final class SystemIds implements Ids {
  private final InstantSource clock;
  private final SecureRandom random;
  private long lastMillis;

  public SystemIds(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public synchronized UUID next() {
    lastMillis = Math.max(lastMillis, clock.millis());
    return Uuids.version7(lastMillis, random.nextLong(), random.nextLong());
  }
}
