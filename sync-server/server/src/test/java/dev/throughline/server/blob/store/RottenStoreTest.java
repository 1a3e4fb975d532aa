package dev.throughline.server.blob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder in which something rotted, or into which somebody put something. */
class RottenStoreTest extends BlobStoreDesk {
  @TempDir private Path folder;

  @Override
  BlobStore store() {
    try {
      return FolderBlobStore.open(folder, clock, count -> bytes(count, count));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  int redeemed(Ticket ticket, Optional<byte[]> body) {
    return 0;
  }

  @Override
  Ticket expired(BlobVersion version) {
    return store().readTicket(version, clock.instant());
  }

  private Path here(String... names) {
    Path path = folder.resolve(workspace.toString());
    for (String name : names) {
      path = path.resolve(name);
    }
    return path;
  }

  private Path part(byte[] bytes) {
    return new FolderParts(here()).file(Sha256.hex(bytes));
  }

  private BlobKey another() {
    return new BlobKey(workspace, new RecordId(UUID.randomUUID()), "original");
  }

  private Path file(BlobVersion version) {
    return here("objects", version.key().record().toString(), version.key().role(), version.name());
  }

  @Test
  void whatRottedIsHealedWhenItComesAgain() throws Exception {
    byte[] part = bytes(50, 1_000);
    stored(key, part);
    byte[] rotten = part.clone();
    rotten[3]++;
    for (byte[] there : new byte[][] {rotten, new byte[0]}) {
      Files.write(part(part), there);
      assertThat(read(stored(key, part), 0, part.length)).isEqualTo(part);
      Files.write(part(part), there);
      assertThat(read(stored(another(), part), 0, part.length)).isEqualTo(part);
    }
  }

  @Test
  void anObjectThatCannotBeReadKeepsNoOtherFromItsPlace() throws Exception {
    BlobVersion bad = stored(another(), bytes(53, 100));
    Files.write(file(bad), new byte[0]);
    byte[] part = bytes(54, 1_000);
    assertThat(read(stored(key, part), 0, part.length)).isEqualTo(part);
    assertThat(Files.exists(part(bytes(53, 100)))).as("nobody knows what it needs").isTrue();
    Files.writeString(file(bad), "throughline-object-1\nx\ny\nz\n-\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> store().find(bad)).isInstanceOf(StoreAway.class);
  }

  @Test
  void filesFromElsewhereKeepNothingFromItsPlace() throws Exception {
    byte[] part = bytes(56, 1_000);
    stored(another(), bytes(58, 100));
    Upload upload = begun(key);
    put(upload, 0, part);
    for (String place : new String[] {"uploads", "objects"}) {
      Files.write(here(place, ".DS_Store"), part);
      Files.write(here(place, "another"), part);
    }
    Files.write(here("uploads", upload.id().toString(), ".DS_Store"), part);
    assertThat(store().complete(upload, manifest(part), true)).isInstanceOf(Completion.Done.class);
  }

  @Test
  void aFolderThatIsGoneIsAStoreThatIsAway() throws Exception {
    BlobStore store = store();
    BlobVersion version = stored(key, bytes(57, 100));
    Files.move(folder, folder.resolveSibling(folder.getFileName() + "-elsewhere"));
    assertThatThrownBy(() -> store.find(version)).isInstanceOf(StoreAway.class);
    Files.move(folder.resolveSibling(folder.getFileName() + "-elsewhere"), folder);
    assertThat(store.find(version)).isPresent();
  }
}
