package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.blob.store.StorePlace;
import dev.throughline.server.blob.store.Ticket;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.people.Callers;
import dev.throughline.server.people.Places;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes parts, and gives out tickets for sending them to the store itself. */
@RestController
final class PartController {
  /** Parts under way, each of which may be in memory whole. */
  static final int PARTS_MAX = 48;

  /** Of these, of one person's devices. */
  private static final int OF_ONE_MAX = 12;

  private static final int TICKETS_MAX = 100;
  private static final Set<String> MEMBERS = Set.of("parts");
  private static final Set<String> ONE = Set.of("index", "sha256", "bytes");

  private final Places places =
      new Places(PARTS_MAX, OF_ONE_MAX, "Nothing of this part was read; send it again.");
  private final MessageBodies bodies;
  private final SessionDoor door;
  private final PartIntake intake;
  private final StorePlace store;
  private final Callers callers;
  private final InstantSource clock;

  PartController(
      MessageBodies bodies,
      SessionDoor door,
      PartIntake intake,
      StorePlace store,
      Callers callers,
      InstantSource clock) {
    this.bodies = bodies;
    this.door = door;
    this.intake = intake;
    this.store = store;
    this.callers = callers;
    this.clock = clock;
  }

  @PutMapping("/blobs/v1/sessions/{id}/parts/{index}")
  ResponseEntity<byte[]> put(
      @PathVariable String id, @PathVariable String index, HttpServletRequest request) {
    try (Places.Place _ = places.take(callers.current())) {
      UploadRow upload = door.session(request, id);
      intake.take(upload, number(index), request);
      return ResponseEntity.noContent().build();
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw Members.malformed("A part is named by its number.");
    }
  }

  @PostMapping("/blobs/v1/sessions/{id}/tickets")
  ResponseEntity<byte[]> tickets(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Members members = Members.of(bodies.read(request, WireFormat.VALUE), MEMBERS);
    UploadRow upload = door.session(request, id);
    Instant until = clock.instant().plus(Tickets.TIME);
    List<Value> tickets =
        members.list("parts", ONE, TICKETS_MAX).stream()
            .map(one -> ticket(upload, one, until))
            .toList();
    return answering.with(
        WireFormat.VALUE, new Value.Entries(Map.of("tickets", new Value.Items(tickets))));
  }

  private Value ticket(UploadRow upload, Members one, Instant until) {
    int index = Math.toIntExact(Math.min(one.size("index").orElse(-1L), Integer.MAX_VALUE));
    String digest = one.text("sha256").orElse("");
    Uploads.requirePlanned(upload, index, digest);
    long bytes = one.count("bytes");
    if (bytes > BlobManifest.PART_BYTES) {
      throw Members.malformed("A part has at most " + BlobManifest.PART_BYTES + " bytes.");
    }
    Ticket ticket =
        store
            .get()
            .partTicket(upload.upload(), index, digest, (int) bytes, until)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.NOT_NOW, "This store takes parts through the server only."));
    Map<String, Value> members = Tickets.shown(ticket);
    members.put("index", Value.whole(index));
    return new Value.Entries(members);
  }
}
