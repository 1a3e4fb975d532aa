package dev.throughline.server.blob.store;

import dev.throughline.model.blob.BlobManifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares what is there with what should be. */
final class Parts {
  private Parts() {}

  /**
   * The parts of a manifest that are not there, or are other ones; empty when all are right. A
   * digest nobody knows is taken for the right one.
   */
  static Optional<List<Integer>> missing(BlobManifest manifest, List<StoredPart> there) {
    Map<Integer, StoredPart> byIndex = new HashMap<>();
    there.forEach(part -> byIndex.put(part.index(), part));
    List<Integer> missing =
        IntStream.range(0, manifest.parts().size())
            .filter(at -> !isThat(manifest, at, byIndex.get(at)))
            .boxed()
            .toList();
    return Optional.of(missing).filter(some -> !some.isEmpty());
  }

  private static boolean isThat(
      BlobManifest manifest, int index, @org.jspecify.annotations.Nullable StoredPart part) {
    return part != null
        && part.length() == manifest.length(index)
        && part.digest().filter(its -> !its.equals(manifest.parts().get(index))).isEmpty();
  }
}
