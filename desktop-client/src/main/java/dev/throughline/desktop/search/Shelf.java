package dev.throughline.desktop.search;

import dev.throughline.desktop.search.disk.SealedDirectory;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * One index in one folder, open for writing by one thread and for reading by many. What was put in
 * is found after {@link #refresh} and survives a crash after {@link #commit}.
 */
final class Shelf implements AutoCloseable {
  /** New places are kept in memory up to this size before they become files. */
  private static final double BUFFER_MEGABYTES = 16;

  /** Parts of an index after it was filled. */
  private static final int PARTS_MAX = 4;

  private static final String MARK = "mark";

  /** Work with the index as it is now. */
  @FunctionalInterface
  interface Reading<T> {
    T run(PlaceSearcher searcher) throws IOException;
  }

  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private boolean isRegrouped = true;
  private @Nullable Groups groups;

  private Shelf(Path folder, Directory directory, IndexWriter writer) throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, true, false, factory());
  }

  /** Opens the index in a folder, or begins one; fails on what is damaged or of another key. */
  static Shelf open(Path folder, SecretKey key, SecureRandom random) throws IOException {
    Directory directory = new SealedDirectory(folder, key, random);
    try {
      IndexWriterConfig config = new IndexWriterConfig(WordAnalyzer.INSTANCE);
      config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
      config.setMergeScheduler(new SerialMergeScheduler());
      config.setCommitOnClose(false);
      IndexWriter writer = new IndexWriter(directory, config);
      try {
        return new Shelf(folder, directory, writer);
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private SearcherFactory factory() {
    return new SearcherFactory() {
      @Override
      public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before)
          throws IOException {
        return new PlaceSearcher(reader, grouped(reader));
      }
    };
  }

  /** Segments and notes come and go without any group changing. */
  private synchronized Groups grouped(IndexReader reader) throws IOException {
    if (groups == null || isRegrouped) {
      groups = Groups.of(reader);
      isRegrouped = false;
    }
    return groups;
  }

  synchronized void regroup() {
    isRegrouped = true;
  }

  Path folder() {
    return folder;
  }

  /** How far the store had come when everything of it was last in here and on disk. */
  Optional<String> mark() {
    @Nullable Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().equals(MARK)) {
          return Optional.of(entry.getValue()).filter(mark -> !mark.isEmpty());
        }
      }
    }
    return Optional.empty();
  }

  boolean isEmpty() {
    return writer.getDocStats().maxDoc == 0;
  }

  /** Puts in places of a record that is not here yet. */
  void add(List<Document> places) throws IOException {
    writer.addDocuments(places);
  }

  /** Puts the places of a record where its former ones were. */
  void replace(RecordId record, List<Document> places) throws IOException {
    writer.updateDocuments(term(record), places);
  }

  void remove(RecordId record) throws IOException {
    writer.deleteDocuments(term(record));
  }

  private static Term term(RecordId record) {
    return new Term(IndexFields.ID, IndexFields.bytes(record));
  }

  boolean isDirty() {
    return writer.hasUncommittedChanges();
  }

  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Folds the many parts of a freshly filled index into few; questions are quicker then. */
  void fold() throws IOException {
    writer.forceMerge(PARTS_MAX);
  }

  /** Forces everything to disk; the mark is kept only when it is given. */
  void commit(Optional<String> mark) throws IOException {
    writer.setLiveCommitData(Map.of(MARK, mark.orElse("")).entrySet());
    writer.commit();
  }

  <T> T read(Reading<T> work) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return work.run((PlaceSearcher) searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /** The stamps of records, as far as they were here at the last refresh. */
  Map<RecordId, Integer> stamps(Iterable<RecordId> records) throws IOException {
    return read(
        searcher -> {
          Map<RecordId, Integer> found = new HashMap<>();
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            new IndexedStamps(leaf.reader()).find(records, found);
          }
          return found;
        });
  }

  /** A view of what was here at the last refresh, that stays as it is. Close it. */
  DirectoryReader snapshot() throws IOException {
    return DirectoryReader.open(writer);
  }

  /** Lets go of what was not committed. */
  @Override
  public void close() throws IOException {
    try (directory) {
      searchers.close();
      writer.rollback();
    }
  }
}
