package dev.throughline.server.blob.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder; opened anew for each call, as after a restart. */
class FolderBlobStoreTest extends BlobStoreContract {
  @TempDir Path folder;

  @Override
  BlobStore store() {
    try {
      return FolderBlobStore.open(folder, clock, count -> bytes(count, count));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  int manyParts() {
    return 60;
  }

  /** As the route of tickets does it. */
  @Override
  int redeemed(Ticket ticket, Optional<byte[]> body) {
    String token = ticket.url().substring(ticket.url().lastIndexOf('/') + 1);
    return switch (store().redeem(token).orElse(null)) {
      case TicketUse.ReadVersion(BlobVersion version) ->
          store().find(version).isPresent() ? 200 : 404;
      case TicketUse.PutPart(Upload upload, int index, String digest) ->
          store().put(upload, index, digest, new ByteArrayInputStream(body.orElseThrow()))
                  instanceof PartPut.Stored
              ? 200
              : 400;
      case null -> 403;
    };
  }

  @Override
  Ticket expired(BlobVersion version) {
    Ticket ticket = store().readTicket(version, clock.instant().plusSeconds(1));
    clock.pass(Duration.ofSeconds(1));
    return ticket;
  }

  private Set<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return new TreeSet<>(files.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void theSameBytesLieOnceInAWorkspaceAndGoWithTheLastThatNeedsThem() throws Exception {
    byte[] part = bytes(40, 1_000);
    BlobVersion one = stored(key, part);
    BlobKey beside = new BlobKey(workspace, new RecordId(UUID.randomUUID()), "original");
    BlobVersion two = stored(beside, part);
    stored(new BlobKey(new WorkspaceId(UUID.randomUUID()), key.record(), "original"), part);
    assertThat(files()).filteredOn(file -> file.toString().contains("parts")).hasSize(2);
    store().delete(one);
    try (var in = store().read(two, 0, part.length)) {
      assertThat(in.readAllBytes()).isEqualTo(part);
    }
    store().delete(two);
    assertThat(files()).filteredOn(file -> file.toString().contains("parts")).hasSize(1);
  }

  @Test
  void theKeyOfTicketsIsForItsOwnerAlone() throws Exception {
    store();
    assertThat(Files.getPosixFilePermissions(folder.resolve("ticket.key")))
        .hasToString("[OWNER_READ, OWNER_WRITE]");
  }

  @Test
  void whatWasCutOffLongAgoIsThrownAway() throws Exception {
    store();
    Path half = Files.createTempFile(folder.resolve("incoming"), "part", "");
    store();
    assertThat(half).exists();
    clock.pass(Duration.between(clock.instant(), java.time.Instant.now()).plusDays(2));
    store();
    assertThat(half).doesNotExist();
  }

  /** A link to nothing is listed and not there, as a file another process takes away meanwhile. */
  @Test
  void itOpensWhileAnotherProcessIsAtWorkInIt() throws Exception {
    store();
    Files.createSymbolicLink(folder.resolve("incoming").resolve("small1"), folder.resolve("gone"));
    assertThat(store().versions(key)).isEmpty();
  }

  @Test
  void whatWasOnlyPutAsideIsPutBack() throws Exception {
    byte[] part = bytes(41, 1_000);
    BlobVersion version = stored(key, part);
    FolderParts parts = new FolderParts(folder.resolve(workspace.toString()));
    String digest = dev.throughline.model.signing.Sha256.hex(part);
    Path aside = folder.resolve(workspace.toString()).resolve("aside");
    Files.createDirectory(aside);
    Files.move(parts.file(digest), aside.resolve(digest));
    try (var in = store().read(version, 0, part.length)) {
      assertThat(in.readAllBytes()).isEqualTo(part);
    }
  }
}
