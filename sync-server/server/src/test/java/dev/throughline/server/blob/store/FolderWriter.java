package dev.throughline.server.blob.store;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.signing.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A program that stores blobs until it is killed, and says of each before and after. */
public final class FolderWriter {
  static final WorkspaceId WORKSPACE = WorkspaceId.of("01890000-0000-7000-8000-000000000001");

  private FolderWriter() {}

  /** Arguments: the folder, and a number that decides what is stored. */
  public static void main(String[] arguments) throws IOException {
    Random random = new Random(Long.parseLong(arguments[1]));
    FolderBlobStore store =
        FolderBlobStore.open(Path.of(arguments[0]), InstantSource.system(), byte[]::new);
    while (true) {
      byte[] part = new byte[1 + random.nextInt(200_000)];
      random.nextBytes(part);
      String digest = Sha256.hex(part);
      RecordId record = new RecordId(new UUID(random.nextLong(), random.nextLong()));
      BlobKey key = new BlobKey(WORKSPACE, record, "original");
      System.out.println("try " + record + " " + digest);
      Upload upload = store.begin(key, new UUID(random.nextLong(), random.nextLong()));
      store.put(upload, 0, digest, new ByteArrayInputStream(part));
      store.complete(upload, new BlobManifest(part.length, List.of(digest)), true);
      System.out.println("done " + record + " " + digest);
      if (random.nextInt(4) == 0) {
        store.delete(store.versions(key).getFirst());
        System.out.println("gone " + record + " " + digest);
      }
    }
  }
}
