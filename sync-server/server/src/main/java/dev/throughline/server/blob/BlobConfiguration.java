package dev.throughline.server.blob;

import dev.throughline.server.blob.store.BlobStore;
import dev.throughline.server.blob.store.FolderBlobStore;
import dev.throughline.server.blob.store.S3BlobStore;
import dev.throughline.server.blob.store.S3Place;
import dev.throughline.server.blob.store.StoreAway;
import dev.throughline.server.blob.store.StorePlace;
import dev.throughline.server.log.RandomBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the store, and is where threads come from. */
@Configuration(proxyBeanMethods = false)
class BlobConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(BlobConfiguration.class);

  @Bean
  StorePlace blobStore(BlobSettings settings, InstantSource clock, RandomBytes random) {
    Optional<BlobStore> store =
        settings
            .folder()
            .map(path -> folder(Path.of(path), clock, random))
            .or(() -> settings.s3().place().map(place -> bucket(place, clock)));
    if (store.isEmpty()) {
      LOG.info("There is no place for recordings: throughline.blobs is not set.");
    }
    return new StorePlace(store);
  }

  @Bean
  BegunParts begunParts(BlobSettings settings, InstantSource clock) {
    BlobSettings.Begun begun = settings.begun();
    String folder = begun.folder().orElseGet(() -> System.getProperty("java.io.tmpdir"));
    return new BegunParts(Path.of(folder), begun.parts(), clock);
  }

  /** One that is away now may be there later; one that cannot hold anything never will. */
  private static BlobStore bucket(S3Place place, InstantSource clock) {
    S3BlobStore store = S3BlobStore.open(place, clock);
    try {
      store
          .problem()
          .ifPresent(
              why -> {
                throw new UnfitStore(why);
              });
    } catch (StoreAway _) {
      LOG.warn("The store of recordings does not answer; they stay on people's computers.");
    }
    return store;
  }

  private static BlobStore folder(Path path, InstantSource clock, RandomBytes random) {
    try {
      return FolderBlobStore.open(path, clock, random::next);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does one thing after the other, none of which anybody waits for. */
  interface Later extends AutoCloseable {
    void run(Runnable what);

    /** What has not begun is not done any more. */
    @Override
    void close();
  }

  @Bean
  Later blobChecks() {
    ExecutorService one =
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("blob-checks").factory());
    return new Later() {
      @Override
      public void run(Runnable what) {
        try {
          one.execute(what);
        } catch (RejectedExecutionException _) {
          // This server ends; the next one finds it.
        }
      }

      @Override
      public void close() {
        one.shutdownNow();
      }
    };
  }
}
