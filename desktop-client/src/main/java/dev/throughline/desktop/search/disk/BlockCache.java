package dev.throughline.desktop.search.disk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The blocks that were opened last, of all files together. Safe for use by many threads. */
final class BlockCache {
  private record Key(SealedFile file, long block) {}

  private final Map<Key, byte[]> blocks;

  BlockCache(int blocksMax) {
    this.blocks =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
            return size() > blocksMax;
          }
        };
  }

  synchronized byte @Nullable [] get(SealedFile file, long block) {
    return blocks.get(new Key(file, block));
  }

  synchronized void put(SealedFile file, long block, byte[] plain) {
    blocks.put(new Key(file, block), plain);
  }

  synchronized void forget(SealedFile file) {
    blocks.keySet().removeIf(key -> key.file() == file);
  }
}
