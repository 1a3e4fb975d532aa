package dev.throughline.desktop.search;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.SecretKey;

/**
 * Finds words in everything of a profile. Follows the store by itself once it is started; what was
 * saved is found about half a second later. Nothing here is the only copy of anything: the folder
 * may be deleted while the program is closed. Any thread but the UI thread.
 */
public final class SearchIndex implements AutoCloseable {
  /** Most places one page of an answer holds. */
  public static final int PAGE_MAX = 200;

  /** What the profile's key is derived for. */
  public static final String KEY_USE = "index";

  private final IndexWork work = new IndexWork();
  private final IndexKeeper keeper;
  private final IndexLoop loop;
  private final Finder finder = new Finder();
  private final HitReader reader;
  private final ThingReader things;
  private final Runnable unfollow;

  private SearchIndex(LocalStore store, IndexKeeper.Opening opening, InstantSource clock) {
    this.keeper = new IndexKeeper(store, work, opening);
    this.loop = new IndexLoop(keeper, work, clock);
    this.reader = new HitReader(store);
    this.things = new ThingReader(store);
    this.unfollow =
        store.onChange(
            change -> {
              work.changed(change);
              loop.wake();
            });
  }

  /** The folder below a profile's. */
  public static Path folder(Path profile) {
    return profile.resolve("index");
  }

  /**
   * The index in a folder, which is opened only by {@link #start} or {@link #settle}: one that is
   * damaged or of another version is begun anew, and a disk that refuses is tried again later.
   */
  public static SearchIndex in(
      Path folder, SecretKey key, LocalStore store, InstantSource clock, SecureRandom random) {
    return new SearchIndex(store, () -> Shelves.open(folder, key, random), clock);
  }

  /** Follows the store from now on, on a thread of its own. */
  public void start(Background background) {
    loop.start(background);
  }

  /** Takes in everything that was saved, on this thread; for an index that was not started. */
  public void settle() {
    loop.settle();
  }

  /** Places that answer a question, group after group; at most {@link #PAGE_MAX} a page. */
  public Hits find(FindQuery query, Scope scope, long skip, int countMax) {
    if (query.isEmpty()) {
      return Hits.NONE;
    }
    int count = Math.clamp(countMax, 0, PAGE_MAX);
    return read(
        Hits.NONE,
        searcher ->
            reader.read(finder.matches(searcher, query, scope), query, Math.max(0, skip), count));
  }

  /**
   * Interviews in which all that was typed stands somewhere: in title, place, participant, study,
   * notes or transcripts. Every word may be the beginning of one.
   */
  public Set<RecordId> interviewsMatching(String typed) {
    FindQuery query = FindQuery.typed(typed).loose();
    return query.isEmpty()
        ? Set.of()
        : read(Set.<RecordId>of(), searcher -> Finder.interviews(searcher, query));
  }

  /** Studies, participants and interviews by their titles, the closest first. */
  public List<Thing> lookUp(String typed, int countMax) {
    FindQuery query = FindQuery.typed(typed).loose();
    return query.isEmpty()
        ? List.of()
        : read(List.<Thing>of(), searcher -> things.read(searcher, query, typed, countMax));
  }

  private <T> T read(T otherwise, Shelf.Reading<T> question) {
    Optional<Shelf> serving = keeper.serving();
    if (serving.isEmpty()) {
      return otherwise;
    }
    try {
      return serving.get().read(question);
    } catch (IOException | RuntimeException e) {
      System.getLogger(SearchIndex.class.getName())
          .log(System.Logger.Level.WARNING, "The search index could not be read.", e);
      if (Shelves.isDamage(e)) {
        work.damaged();
        loop.wake();
      }
      return otherwise;
    }
  }

  public IndexProgress progress() {
    return loop.progress();
  }

  /**
   * Tells how far the index is, on its own thread, whenever that changes by a percent.
   *
   * @return takes the listener away again
   */
  public Runnable onProgress(Consumer<IndexProgress> listener) {
    return loop.onProgress(listener);
  }

  /** Stops filling the index until {@link #goOn}; what people change is still taken in. */
  public void pause() {
    work.pause(true);
    loop.wake();
  }

  public void goOn() {
    work.pause(false);
    loop.wake();
  }

  /** Makes the index anew in the background; the present one answers until then. */
  public void rebuild() {
    work.wantAnew();
    loop.wake();
  }

  /** Lets go of the folder; what was taken in is on disk. */
  @Override
  public void close() {
    unfollow.run();
    loop.close();
    try {
      keeper.close();
    } catch (IOException e) {
      System.getLogger(SearchIndex.class.getName())
          .log(System.Logger.Level.WARNING, "the search index could not be closed", e);
    }
  }
}
