package dev.throughline.desktop.outbox;

import java.net.URI;
import java.util.Optional;

/** How this profile stands with its server. */
sealed interface ServerState {
  /** On its own; it never joined a workspace. */
  record NotJoined() implements ServerState {}

  /** An address is set; the server has not answered yet, so nothing has moved there. */
  record Joining(String address) implements ServerState {}

  record Joined(String workspace, String address) implements ServerState {}

  /** Belongs to a workspace, and syncs with no server now. */
  record Left(String workspace) implements ServerState {}

  static ServerState of(Optional<URI> server, Optional<String> workspace) {
    if (server.isPresent()) {
      String address = shown(server.get());
      return workspace
          .<ServerState>map(name -> new Joined(name, address))
          .orElseGet(() -> new Joining(address));
    }
    return workspace.<ServerState>map(Left::new).orElseGet(NotJoined::new);
  }

  /** An address as people write it, without the slash at its end. */
  static String shown(URI address) {
    return address.toString().replaceFirst("/$", "");
  }
}
