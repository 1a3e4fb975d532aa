package dev.throughline.desktop.outbox;

import java.net.URI;
import java.util.Optional;

/** Which server this profile uses, as its settings keep it. Any thread. */
public interface ServerSetting {
  /** The address in use; empty for none. */
  Optional<URI> server();

  /** Remembers the address; writes to disk. */
  void setServer(Optional<URI> server);

  /** Reads an address as a person types it; empty when it cannot be one. */
  Optional<URI> parse(String typed);
}
