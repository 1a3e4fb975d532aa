package dev.throughline.server.blob;

import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.blob.store.StorePlace;
import dev.throughline.server.blob.store.Ticket;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.people.Callers;
import dev.throughline.server.people.Places;
import dev.throughline.server.sync.ServerDesk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how far the blobs of a record are, gives them out and deletes them. */
@RestController
final class BlobController {
  /** Downloads under way, and of these of one person's devices. */
  static final int READS_MAX = 64;

  private static final int OF_ONE_MAX = 8;

  private final Places places =
      new Places(READS_MAX, OF_ONE_MAX, "Nothing was sent; ask again in a moment.");
  private final BlobDoor door;
  private final ServerDesk desk;
  private final BlobRows blobs;
  private final Uploads uploads;
  private final Verifier verifier;
  private final Deleting deleting;
  private final RestrictedReads reads;
  private final Sending sending;
  private final StorePlace store;
  private final Callers callers;
  private final InstantSource clock;

  BlobController(
      BlobDoor door,
      ServerDesk desk,
      BlobRows blobs,
      Uploads uploads,
      Verifier verifier,
      Deleting deleting,
      RestrictedReads reads,
      Sending sending,
      StorePlace store,
      Callers callers,
      InstantSource clock) {
    this.door = door;
    this.desk = desk;
    this.blobs = blobs;
    this.uploads = uploads;
    this.verifier = verifier;
    this.deleting = deleting;
    this.reads = reads;
    this.sending = sending;
    this.store = store;
    this.callers = callers;
    this.clock = clock;
  }

  @GetMapping("/blobs/v1/records/{record}/{role}")
  ResponseEntity<byte[]> standing(
      @PathVariable String record, @PathVariable String role, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    BlobDoor.At at = door.reading(request, record, role);
    return answering.with(WireFormat.VALUE, standing(at));
  }

  private Value standing(BlobDoor.At at) {
    Optional<UploadRow> upload = uploads.underWay(at.key());
    UploadRows.Amount amount = upload.map(uploads::amount).orElse(new UploadRows.Amount(0, 0));
    return Manifests.standing(current(at), upload, amount);
  }

  private Optional<BlobRow> current(BlobDoor.At at) {
    return desk.inTransaction(at.desk().workspace(), () -> blobs.current(at.key()));
  }

  private BlobRow require(BlobDoor.At at) {
    return current(at)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.NOT_FOUND, "It has not come to its end yet; ask for its state."));
  }

  @GetMapping("/blobs/v1/records/{record}/{role}/manifest")
  ResponseEntity<byte[]> manifest(
      @PathVariable String record, @PathVariable String role, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    BlobDoor.At at = door.reading(request, record, role);
    return answering.with(WireFormat.VALUE, Manifests.shown(require(at).manifest()));
  }

  @GetMapping("/blobs/v1/records/{record}/{role}/content")
  void content(
      @PathVariable String record,
      @PathVariable String role,
      HttpServletRequest request,
      HttpServletResponse response) {
    try (Places.Place _ = places.take(callers.current())) {
      BlobDoor.At at = door.reading(request, record, role);
      BlobRow blob = require(at);
      reads.note(at);
      sending.send(blob.version(), blob.manifest().size(), request, response);
    }
  }

  @PostMapping("/blobs/v1/records/{record}/{role}/tickets")
  ResponseEntity<byte[]> ticket(
      @PathVariable String record, @PathVariable String role, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    BlobDoor.At at = door.reading(request, record, role);
    BlobRow blob = require(at);
    reads.note(at);
    Ticket ticket = store.get().readTicket(blob.version(), clock.instant().plus(Tickets.TIME));
    return answering.with(WireFormat.VALUE, new Value.Entries(Tickets.shown(ticket)));
  }

  /** Has it read back from the store once more, as after the store was restored. */
  @PostMapping("/blobs/v1/records/{record}/{role}/verify")
  ResponseEntity<byte[]> verify(
      @PathVariable String record, @PathVariable String role, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    BlobDoor.At at = door.writing(door.enter(request), id(record), role);
    BlobRow blob = require(at);
    desk.inTransaction(
        at.desk().workspace(),
        () -> {
          blobs.mark(blob, BlobRow.State.COMPLETE, clock.instant());
          return blob;
        });
    verifier.soon(at.desk().workspace(), blob.id());
    return answering.with(WireFormat.VALUE, standing(at));
  }

  private static dev.throughline.model.id.RecordId id(String text) {
    return dev.throughline.server.http.Queries.id(text);
  }

  @DeleteMapping("/blobs/v1/records/{record}/{role}")
  ResponseEntity<byte[]> delete(
      @PathVariable String record, @PathVariable String role, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    BlobDoor.At at = door.writing(door.enter(request), id(record), role);
    int count = deleting.delete(at);
    return answering.with(
        WireFormat.VALUE, new Value.Entries(Map.of("deleted", Value.whole(count))));
  }
}
