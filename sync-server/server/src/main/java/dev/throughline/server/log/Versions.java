package dev.throughline.server.log;

import dev.throughline.model.sync.Protocol;
import dev.throughline.model.value.Value;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.util.List;
import java.util.Map;

/** Finds the protocol version that client and server share. */
public final class Versions {
  private Versions() {}

  /**
   * The highest version both speak.
   *
   * @throws ProblemException naming both ranges when there is none
   */
  public static int shared(int clientMin, int clientMax) {
    int version = Math.min(clientMax, Protocol.VERSION_MAX);
    if (clientMin <= version && version >= Protocol.VERSION_MIN) {
      return version;
    }
    throw new ProblemException(
        Problem.VERSION,
        "The client speaks versions %s to %s, the server %s to %s; update the older one."
            .formatted(clientMin, clientMax, Protocol.VERSION_MIN, Protocol.VERSION_MAX),
        Map.of(
            "clientVersions", range(clientMin, clientMax),
            "serverVersions", range(Protocol.VERSION_MIN, Protocol.VERSION_MAX)));
  }

  public static void require(int version) {
    shared(version, version);
  }

  private static Value range(int min, int max) {
    return new Value.Items(List.of(Value.whole(min), Value.whole(max)));
  }
}
