package dev.throughline.server.blob.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import java.util.regex.Pattern;

/**
 * Which blob: one role of one record in one workspace. It may have several versions.
 *
 * @param role small letters, digits and hyphens, at most 31, such as {@code original}
 */
public record BlobKey(WorkspaceId workspace, RecordId record, String role) {
  private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  /**
   * @throws IllegalArgumentException when the role is none
   */
  public BlobKey {
    if (!ROLE.matcher(role).matches()) {
      throw new IllegalArgumentException("a role is small letters, digits and hyphens");
    }
  }

  /** As a path with slashes; holds nothing that could lead elsewhere. */
  String path() {
    return workspace + "/" + record + "/" + role;
  }
}
