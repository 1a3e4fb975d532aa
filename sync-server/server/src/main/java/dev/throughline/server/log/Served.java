package dev.throughline.server.log;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;

/** The workspace this installation serves. The epoch names one life of its log. */
public record Served(WorkspaceId workspace, String name, String epoch) {
  /**
   * Makes sure that a request is meant for the workspace served here.
   *
   * @throws ProblemException when it is not
   */
  public void require(WorkspaceId asked) {
    if (!asked.equals(workspace)) {
      throw new ProblemException(
          Problem.OTHER_WORKSPACE,
          "This server serves another workspace than the one this profile joined. Nothing was sent"
              + " and nothing here is lost. Check the server's address; to work in the other"
              + " workspace, join it from a new profile. It serves the workspace "
              + workspace
              + ".");
    }
  }
}
