package dev.throughline.trials.bench;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.search.SearchIndex;
import dev.throughline.desktop.store.LocalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the big workspaces and their index, in a process of its own: what making them leaves in
 * memory, and an index that is still behind, would be measured with what is to be measured.
 */
final class FillJobs {
  private static final long SEED = 7;

  private FillJobs() {}

  public static void main(String[] args) throws IOException {
    Jobs.serve(FillJobs::run);
  }

  /**
   * {@code fill PROFILE INTERVIEWS SEGMENTS IDEAS HANDOFFS}; answers how many bytes of text there
   * are in interviews.
   */
  private static String run(List<String> words) throws Exception {
    List<Integer> counts = words.subList(2, words.size()).stream().map(Integer::valueOf).toList();
    try (ClientWiring client = Bench.open(Path.of(words.get(1)))) {
      LocalStore store = client.ledger().store();
      long bytes = BigWorkspace.fill(store, counts.get(0), counts.get(1), SEED).textBytes();
      if (counts.get(2) > 0) {
        BigWorkspace.fillIdeas(store, store.newestIds("interview"), counts.get(2), SEED);
        BigHandoffs.fill(store, store.newestIds("idea"), counts.get(3), Bench.ITEMS, SEED);
      }
      try (SearchIndex index = client.searchIndex()) {
        index.settle();
      }
      return Long.toString(bytes);
    }
  }
}
