package dev.throughline.desktop.sync;

import dev.throughline.model.id.WorkspaceId;
import java.util.Optional;

/**
 * What a profile says of itself when it greets a server.
 *
 * @param author whom others read beside this work, where nobody signs in
 * @param device how the person tells this device from their others; may be empty
 * @param workspace the one the person chose to join; empty until they did. Once the profile has
 *     joined one this no longer counts
 */
public record Self(String author, String device, Optional<WorkspaceId> workspace) {
  /** Somebody by name, on a device without one. */
  public static Self called(String author) {
    return new Self(author, "", Optional.empty());
  }
}
