package dev.throughline.server.blob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.signing.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place for blobs must do; what only some can is skipped by name where they cannot. */
abstract class BlobStoreContract extends BlobStoreDesk {
  @Test
  void severalPartsInAnyOrderAreOneBlob() throws Exception {
    byte[] last = bytes(3, LAST_BYTES);
    Upload upload = begun(key);
    put(upload, 2, last);
    put(upload, 0, FULL);
    put(upload, 1, OTHER);
    BlobVersion version = version(store().complete(upload, manifest(FULL, OTHER, last), true));
    StoredObject object = store().find(version).orElseThrow();
    assertThat(object.size()).isEqualTo(2L * BlobManifest.PART_BYTES + LAST_BYTES);
    assertThat(object.upload()).contains(upload.id().toString());
    assertThat(object.isHeld()).isFalse();
    assertThat(read(version, 0, object.size())).isEqualTo(joined(FULL, OTHER, last));
    assertThat(store().parts(upload)).as("nothing is left of the upload").isEmpty();
  }

  @Test
  void aStretchIsReadByItself() throws Exception {
    byte[] last = bytes(4, LAST_BYTES);
    BlobVersion version = stored(key, FULL, last);
    byte[] all = joined(FULL, last);
    int seam = BlobManifest.PART_BYTES;
    for (int[] stretch :
        new int[][] {{0, 1}, {5, 100}, {seam - 3, 6}, {seam, 10}, {all.length - 1, 1}, {7, 0}}) {
      assertThat(read(version, stretch[0], stretch[1]))
          .as("from %s, %s bytes", stretch[0], stretch[1])
          .isEqualTo(Arrays.copyOfRange(all, stretch[0], stretch[0] + stretch[1]));
    }
  }

  @Test
  void anUploadGoesOnAfterAnyCut() {
    byte[] last = bytes(5, LAST_BYTES);
    Upload upload = begun(key);
    put(upload, 0, FULL);
    InputStream cut =
        new InputStream() {
          private int left = 1_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("the line is cut");
            }
            return 7;
          }
        };
    assertThatThrownBy(() -> store().put(upload, 1, Sha256.hex(OTHER), cut))
        .isInstanceOf(StoreAway.class);
    assertThat(store().parts(upload)).extracting(StoredPart::index).containsExactly(0);
    assertThat(store().complete(upload, manifest(FULL, OTHER, last), false))
        .isEqualTo(new Completion.Missing(List.of(1, 2)));
    put(upload, 1, OTHER);
    put(upload, 2, last);
    version(store().complete(upload, manifest(FULL, OTHER, last), false));
  }

  @Test
  void aPartSentAgainIsTheSamePart() {
    byte[] part = bytes(6, LAST_BYTES);
    Upload upload = begun(key);
    put(upload, 0, part);
    put(upload, 0, part);
    assertThat(store().parts(upload)).hasSize(1).first().satisfies(its -> isThat(its, part));
    byte[] other = bytes(7, LAST_BYTES + 1);
    put(upload, 0, other);
    assertThat(store().parts(upload)).hasSize(1).first().satisfies(its -> isThat(its, other));
  }

  @Test
  void bytesOtherThanTheirDigestAreRefused() {
    Upload upload = begun(key);
    byte[] part = bytes(8, LAST_BYTES);
    assertThat(
            store()
                .put(upload, 0, Sha256.hex(bytes(9, LAST_BYTES)), new ByteArrayInputStream(part)))
        .isEqualTo(new PartPut.WrongDigest());
    assertThat(store().parts(upload)).isEmpty();
  }

  @Test
  void nothingAndTooMuchAreNoParts() {
    Upload upload = begun(key);
    assertThat(put(upload, 0, new byte[0])).isEqualTo(new PartPut.WrongLength());
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 1;
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            return length;
          }
        };
    assertThat(store().put(upload, 0, Sha256.hex(FULL), endless))
        .isEqualTo(new PartPut.WrongLength());
    assertThat(store().parts(upload)).isEmpty();
  }

  @Test
  void anEmptyBlobHasNoParts() throws Exception {
    BlobVersion version = stored(key);
    assertThat(store().find(version).orElseThrow().size()).isZero();
    assertThat(read(version, 0, 0)).isEmpty();
  }

  @Test
  void aManifestOfOtherPartsIsNotCompleted() {
    needs(Capability.CHECKS_DIGESTS);
    byte[] part = bytes(10, LAST_BYTES);
    Upload upload = begun(key);
    put(upload, 0, part);
    assertThat(store().complete(upload, manifest(bytes(11, LAST_BYTES)), false))
        .isEqualTo(new Completion.Missing(List.of(0)));
    assertThat(store().complete(upload, manifest(bytes(10, LAST_BYTES - 1)), false))
        .isEqualTo(new Completion.Missing(List.of(0)));
    assertThat(store().versions(key)).isEmpty();
  }

  @Test
  void completingTwiceOrTogetherIsOneVersion() throws Exception {
    byte[] part = bytes(12, LAST_BYTES);
    Upload upload = begun(key);
    put(upload, 0, part);
    List<Completion> all = together(() -> store().complete(upload, manifest(part), true));
    assertThat(all).hasSize(1);
    assertThat(store().complete(upload, manifest(part), true)).isEqualTo(all.getFirst());
    assertThat(store().versions(key)).containsExactly(version(all.getFirst()));
  }

  @Test
  void ofSeveralFirstVersionsOneIsMade() throws Exception {
    needs(Capability.CONDITIONAL_CREATE);
    byte[] part = bytes(13, LAST_BYTES);
    List<Upload> uploads = List.of(begun(key), begun(key), begun(key), begun(key));
    uploads.forEach(upload -> put(upload, 0, part));
    List<Upload> left = Collections.synchronizedList(new ArrayList<>(uploads));
    List<Completion> all =
        together(() -> store().complete(left.removeFirst(), manifest(part), true));
    assertThat(all).filteredOn(Completion.Done.class::isInstance).hasSize(1);
    assertThat(store().versions(key)).hasSize(1);
  }

  @Test
  void aLaterFirstVersionIsRefusedAndLeavesItsPartsAlone() {
    BlobVersion before = stored(key, bytes(14, LAST_BYTES));
    byte[] part = bytes(15, LAST_BYTES);
    Upload upload = begun(key);
    put(upload, 0, part);
    assertThat(store().complete(upload, manifest(part), true))
        .isEqualTo(new Completion.Taken(before));
    assertThat(store().parts(upload)).hasSize(1);
  }

  @Test
  void versionsStandBesideEachOther() throws Exception {
    byte[] first = bytes(16, LAST_BYTES);
    byte[] second = bytes(17, LAST_BYTES * 2);
    BlobVersion one = stored(key, first);
    BlobVersion two = stored(key, second);
    assertThat(store().versions(key)).containsExactly(one, two);
    assertThat(read(one, 0, first.length)).isEqualTo(first);
    assertThat(read(two, 0, second.length)).isEqualTo(second);
    assertThat(store().delete(one)).isEqualTo(new Deletion.Done());
    assertThat(store().versions(key)).containsExactly(two);
    if (!remembersDeleted()) {
      assertThat(store().delete(one)).isEqualTo(new Deletion.Absent());
      assertThat(store().find(one)).isEmpty();
    }
    assertThat(read(two, 0, second.length)).isEqualTo(second);
  }

  @Test
  void whatIsKeptIsDeletedOnlyAfterItsTime() {
    needs(Capability.GIVEN_CLOCK);
    BlobVersion version = stored(key, bytes(18, LAST_BYTES));
    Instant until = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(180));
    store().keep(version, LockMode.GOVERNANCE, until);
    assertThat(store().delete(version)).isEqualTo(new Deletion.Kept(until));
    store().keep(version, LockMode.GOVERNANCE, until.minus(Duration.ofDays(90)));
    assertThat(store().find(version).orElseThrow().keptUntil()).contains(until);
    clock.pass(Duration.ofDays(181));
    assertThat(store().delete(version)).isEqualTo(new Deletion.Done());
  }

  @Test
  void whatIsHeldIsNotDeletedWhateverItsAge() {
    needs(Capability.ENFORCES_LOCKS);
    BlobVersion version = stored(key, bytes(19, LAST_BYTES));
    store().hold(version, true);
    clock.pass(Duration.ofDays(10_000));
    assertThat(store().delete(version)).isEqualTo(new Deletion.Held());
    assertThat(store().find(version).orElseThrow().isHeld()).isTrue();
    store().hold(version, false);
    assertThat(store().delete(version)).isEqualTo(new Deletion.Done());
  }

  @Test
  void aHoldOfOneVersionIsNoneOfAnother() {
    needs(Capability.ENFORCES_LOCKS);
    BlobVersion one = stored(key, bytes(20, LAST_BYTES));
    store().hold(one, true);
    BlobVersion two = stored(key, bytes(21, LAST_BYTES));
    assertThat(store().find(two).orElseThrow().isHeld()).isFalse();
    assertThat(store().delete(two)).isEqualTo(new Deletion.Done());
    assertThat(store().delete(one)).isEqualTo(new Deletion.Held());
    store().hold(one, false);
    assertThat(store().delete(one)).isEqualTo(new Deletion.Done());
  }

  @Test
  void whatIsGivenUpTakesNothingMore() {
    byte[] part = bytes(22, LAST_BYTES);
    Upload upload = begun(key);
    put(upload, 0, part);
    store().abort(upload);
    store().abort(upload);
    assertThat(store().parts(upload)).isEmpty();
    assertThat(put(upload, 0, part)).isEqualTo(new PartPut.NoUpload());
    assertThat(store().complete(upload, manifest(part), false))
        .isEqualTo(new Completion.NoUpload());
  }

  @Test
  void anotherWorkspaceSharesNothing() throws Exception {
    byte[] part = bytes(23, LAST_BYTES);
    BlobVersion ours = stored(key, part);
    WorkspaceId elsewhere = new WorkspaceId(UUID.randomUUID());
    BlobKey same = new BlobKey(elsewhere, key.record(), key.role());
    Upload upload = begun(same);
    assertThat(store().parts(upload)).isEmpty();
    assertThat(store().complete(upload, manifest(part), false))
        .isEqualTo(new Completion.Missing(List.of(0)));
    assertThat(store().versions(same)).isEmpty();
    put(upload, 0, part);
    BlobVersion theirs = version(store().complete(upload, manifest(part), false));
    assertThat(store().delete(theirs)).isEqualTo(new Deletion.Done());
    assertThat(read(ours, 0, part.length)).isEqualTo(part);
  }

  @Test
  void anUploadOfOneBlobIsNoneOfAnother() {
    byte[] part = bytes(24, LAST_BYTES);
    Upload upload = begun(key);
    Upload stolen = new Upload(key(workspace), upload.id(), upload.handle());
    assertThat(put(stolen, 0, part)).isEqualTo(new PartPut.NoUpload());
    put(upload, 0, part);
    assertThat(store().parts(stolen)).isEmpty();
    assertThat(store().complete(stolen, manifest(part), false))
        .isEqualTo(new Completion.NoUpload());
  }

  @Test
  void ofNothingThereIsNothing() {
    assertThat(store().versions(key)).isEmpty();
    BlobVersion version = stored(key, bytes(25, 10));
    BlobVersion other = new BlobVersion(key(workspace), version.name());
    assertThat(store().find(other)).isEmpty();
    assertThat(store().delete(other)).isEqualTo(new Deletion.Absent());
    assertThat(store().find(new BlobVersion(key, "../../ticket.key"))).isEmpty();
    assertThat(store().delete(new BlobVersion(key, "../../ticket.key")))
        .isEqualTo(new Deletion.Absent());
  }

  /** More parts than one page of an S3 listing has; small ones, which no store may complete. */
  @Test
  void manyPartsAreAllListed() {
    Upload upload = begun(key);
    int count = manyParts();
    IntStream.range(0, count).forEach(at -> put(upload, at, bytes(at, 20)));
    assertThat(store().parts(upload)).hasSize(count);
    assertThat(store().parts(upload))
        .extracting(StoredPart::index)
        .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
    store().abort(upload);
  }

  @Test
  void twelveAtOnceForOnePartLeaveOne() throws Exception {
    byte[] part = bytes(26, LAST_BYTES);
    Upload upload = begun(key);
    assertThat(together(() -> put(upload, 0, part)))
        .containsExactly(new PartPut.Stored(part.length));
    assertThat(store().parts(upload)).hasSize(1);
    BlobVersion version = version(store().complete(upload, manifest(part), false));
    assertThat(read(version, 0, part.length)).isEqualTo(part);
  }

  @Test
  void aTicketIsForOneThingAndSomeTime() throws Exception {
    BlobVersion version = stored(key, bytes(27, LAST_BYTES));
    Ticket ticket = store().readTicket(version, clock.instant().plus(Duration.ofMinutes(15)));
    assertThat(redeemed(ticket, Optional.empty())).isEqualTo(200);
    needs(Capability.CHECKS_TICKETS);
    assertThat(redeemed(tampered(ticket), Optional.empty())).isIn(400, 403);
    assertThat(redeemed(expired(version), Optional.empty())).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPartComesByTicketOnlyAsItWasNamed(boolean isRight) throws Exception {
    needs(Capability.PART_TICKETS);
    byte[] part = bytes(28, LAST_BYTES);
    Upload upload = begun(key);
    Ticket ticket =
        store()
            .partTicket(
                upload,
                3,
                Sha256.hex(part),
                part.length,
                clock.instant().plus(Duration.ofMinutes(15)))
            .orElseThrow();
    byte[] sent = isRight ? part : bytes(29, LAST_BYTES);
    int status = redeemed(ticket, Optional.of(sent));
    assertThat(status).isEqualTo(isRight ? 200 : 400);
    assertThat(store().parts(upload))
        .extracting(StoredPart::index)
        .isEqualTo(isRight ? List.of(3) : List.of());
  }

  @Test
  void whichStoreRanIsSaid(TestInfo test) {
    System.out.println(
        test.getTestClass().orElseThrow().getSimpleName()
            + " ran; it can "
            + store().capabilities().stream().sorted().toList());
  }
}
