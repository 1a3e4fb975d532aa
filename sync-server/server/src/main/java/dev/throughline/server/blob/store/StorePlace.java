package dev.throughline.server.blob.store;

import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.util.Optional;

/** The store, where this server has one. */
public record StorePlace(Optional<BlobStore> store) {
  /**
   * The store.
   *
   * @throws ProblemException when there is none
   */
  public BlobStore get() {
    return store.orElseThrow(
        () ->
            new ProblemException(
                Problem.NO_STORE,
                "Whoever runs it has set no place for them; yours stay on your computer."));
  }
}
