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
 * @param kernelApprovals how many approvals an upgrade takes in Kernel; empty where it is not said
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
    Optional<Standing> standing,
    Optional<Integer> kernelApprovals) {
  public Welcome {
    features = Set.copyOf(features);
  }

  /** One that says how many approvals Kernel takes, if both sides know of that. */
  public Welcome saying(int approvals) {
    return features.contains(Feature.KERNEL_APPROVALS.wireName())
        ? new Welcome(
            version,
            features,
            workspace,
            workspaceName,
            epoch,
            head,
            serverMillis,
            pushOpsMax,
            messageBytesMax,
            notice,
            standing,
            Optional.of(approvals))
        : this;
  }
}
