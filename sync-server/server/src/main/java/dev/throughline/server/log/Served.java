package dev.throughline.server.log;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;

/** A workspace as it is served here. The epoch names one life of its log. */
public record Served(WorkspaceId workspace, String name, String epoch) {
  /**
   * Makes sure that a request is meant for this workspace.
   *
   * @throws ProblemException when it is not
   */
  public void require(WorkspaceId asked) {
    if (!asked.equals(workspace)) {
      throw elsewhere();
    }
  }

  /** Says the same of a workspace there is not and of one that whoever asks is not in. */
  public static ProblemException elsewhere() {
    return new ProblemException(
        Problem.OTHER_WORKSPACE,
        "This server does not serve the workspace of this profile, or you are not in it. Nothing"
            + " was sent and nothing here is lost. Check the server's address, or ask a key"
            + " administrator of the workspace to invite you. To work in another workspace, open"
            + " that one in Settings.");
  }
}
