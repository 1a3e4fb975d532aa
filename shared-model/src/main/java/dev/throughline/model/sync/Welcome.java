package dev.throughline.model.sync;

import dev.throughline.model.id.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/**
 * The answer to {@link Hello}.
 *
 * @param version the highest version both sides speak
 * @param features what both sides can do
 * @param standing what whoever signed in may do; empty where nobody signs in
 * @param notice a sentence for people about how this server is run; may be empty
 */
public record Welcome(
    int version,
    Set<String> features,
    WorkspaceId workspace,
    String workspaceName,
    String epoch,
    long head,
    long serverMillis,
    int pushOpsMax,
    int messageBytesMax,
    String notice,
    Optional<Standing> standing) {
  public Welcome {
    features = Set.copyOf(features);
  }
}
