package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.exchange.ByteSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An export in a ZIP archive, also one whose files lie in a folder of the archive, as people pack
 * them. Nothing is unpacked to disk.
 */
final class ZipContainer implements Container {
  /** What is packed tighter than this beyond {@link #UNSUSPECTED_BYTES} is a bomb. */
  private static final long RATIO_MAX = 200;

  private static final long UNSUSPECTED_BYTES = 64L << 20;
  private static final long UNPACKED_BYTES_MAX = 16L << 30;

  private static final byte[] MARK = {'P', 'K', 3, 4};

  private final ZipFile zip;
  private final SortedMap<String, ZipEntry> entries = new TreeMap<>();

  ZipContainer(Path file) throws IOException {
    this.zip = new ZipFile(file.toFile());
    try {
      takeIn();
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  /**
   * Whether an archive is meant as an export: it holds a workspace file, or is called an archive
   * and is no Office document.
   */
  static boolean isMeant(Path file) {
    boolean isCalledSo = OpenExport.isArchive(file);
    try (InputStream in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
        return isCalledSo;
      }
    } catch (IOException _) {
      return isCalledSo;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      boolean holdsOne =
          zip.stream()
              .map(ZipEntry::getName)
              .anyMatch(
                  name ->
                      name.equals(OpenExport.WORKSPACE)
                          || name.endsWith("/" + OpenExport.WORKSPACE));
      return holdsOne || (isCalledSo && zip.getEntry("[Content_Types].xml") == null);
    } catch (IOException _) {
      return isCalledSo;
    }
  }

  private void takeIn() throws IOException {
    if (zip.size() > FILES_MAX) {
      throw new Hostile("too many files");
    }
    SortedMap<String, ZipEntry> all = new TreeMap<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      String plain = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
      if (!Container.isInside(plain)) {
        throw new Hostile("a name leads outside");
      }
      if (!entry.isDirectory() && all.put(name, entry) != null) {
        throw new Hostile("a name stands twice");
      }
    }
    String root = root(all);
    all.forEach(
        (name, entry) -> {
          if (name.startsWith(root)) {
            entries.put(name.substring(root.length()), entry);
          }
        });
  }

  /** The folder with the workspace file; empty when that lies at the top, or nowhere. */
  private static String root(SortedMap<String, ZipEntry> all) {
    if (all.containsKey(OpenExport.WORKSPACE)) {
      return "";
    }
    return all.keySet().stream()
        .filter(name -> name.endsWith("/" + OpenExport.WORKSPACE))
        .map(name -> name.substring(0, name.length() - OpenExport.WORKSPACE.length()))
        .filter(folder -> folder.indexOf('/') == folder.length() - 1)
        .findFirst()
        .orElse("");
  }

  @Override
  public List<String> names() {
    return new ArrayList<>(entries.keySet());
  }

  @Override
  public Optional<ByteSource> file(String name) {
    return Optional.ofNullable(entries.get(name)).map(this::source);
  }

  private ByteSource source(ZipEntry entry) {
    return new ByteSource() {
      @Override
      public InputStream open() throws IOException {
        return guarded(entry);
      }

      @Override
      public long size() {
        return Math.max(0, entry.getSize());
      }
    };
  }

  private InputStream guarded(ZipEntry entry) throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    long max = Math.min(UNPACKED_BYTES_MAX, Math.max(UNSUSPECTED_BYTES, packed * RATIO_MAX));
    return new FilterInputStream(zip.getInputStream(entry)) {
      private long read;

      @Override
      public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int some = super.read(bytes, from, length);
        count(Math.max(0, some));
        return some;
      }

      private void count(int bytes) throws Hostile {
        read += bytes;
        if (read > max) {
          throw new Hostile("it unpacks to far more than it is");
        }
      }
    };
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
