package dev.throughline.desktop.search.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * A folder of sealed files. Forcing to disk, renaming and the lock are the file system's, so that a
 * commit is as durable as Lucene expects. What was changed from outside, or is sealed under another
 * key, is answered with {@link org.apache.lucene.index.CorruptIndexException}.
 */
public final class SealedDirectory extends FilterDirectory {
  /** Opened blocks in memory, 16 MB: the parts of an index that every question needs. */
  private static final int BLOCKS_CACHED_MAX = 1_024;

  private final Path folder;
  private final SecretKey key;
  private final SecureRandom random;
  private final BlockCache cache = new BlockCache(BLOCKS_CACHED_MAX);

  public SealedDirectory(Path folder, SecretKey key, SecureRandom random) throws IOException {
    super(new NIOFSDirectory(folder));
    this.folder = folder;
    this.key = key;
    this.random = random;
  }

  @Override
  public long fileLength(String name) throws IOException {
    return FileSeal.plainLength(in.fileLength(name), name);
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return sealed(in.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return sealed(in.createTempOutput(prefix, suffix, context));
  }

  private IndexOutput sealed(IndexOutput file) throws IOException {
    byte[] salt = new byte[FileSeal.SALT_BYTES];
    random.nextBytes(salt);
    return new SealedOutput(file, new FileSeal(key, salt), FileSeal.header(salt));
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    ensureOpen();
    return new SealedInput(name, SealedFile.open(folder.resolve(name), key, cache), context);
  }
}
