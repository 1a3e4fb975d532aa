package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Queries;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Opens sessions in which blobs are sent, tells what is there, completes them and gives them up.
 */
@RestController
final class SessionController {
  private static final Set<String> MEMBERS =
      Set.of("record", "role", "device", Manifests.SIZE, Manifests.PARTS);
  private static final Set<String> MANIFEST = Set.of(Manifests.SIZE, Manifests.PARTS);

  private final MessageBodies bodies;
  private final BlobDoor door;
  private final SessionDoor sessions;
  private final Uploads uploads;
  private final Completing completing;

  SessionController(
      MessageBodies bodies,
      BlobDoor door,
      SessionDoor sessions,
      Uploads uploads,
      Completing completing) {
    this.bodies = bodies;
    this.door = door;
    this.sessions = sessions;
    this.uploads = uploads;
    this.completing = completing;
  }

  @PostMapping("/blobs/v1/sessions")
  ResponseEntity<byte[]> open(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Members members = Members.of(bodies.read(request, WireFormat.VALUE), MEMBERS);
    DeviceId device = device(members.text("device"));
    Optional<BlobManifest> manifest = Manifests.read(members);
    BlobDoor.At at =
        door.writing(
            door.enter(request), members.record("record"), members.text("role").orElse(""));
    Sender sender = new Sender(device, at.desk().person());
    return switch (uploads.open(at.key(), at.role().in(at.record()), sender, manifest)) {
      case Uploads.Opened.There(BlobRow blob) -> answering.with(WireFormat.VALUE, standing(blob));
      case Uploads.Opened.Session(UploadRow upload, boolean isFresh) -> {
        ResponseEntity<byte[]> shown = shown(answering, upload);
        yield ResponseEntity.status(isFresh ? HttpStatus.CREATED : HttpStatus.OK)
            .headers(shown.getHeaders())
            .body(shown.getBody());
      }
    };
  }

  private ResponseEntity<byte[]> shown(Answering answering, UploadRow upload) {
    return answering.with(
        WireFormat.VALUE, Manifests.shown(upload, uploads.there(upload), uploads.begun(upload)));
  }

  private static Value standing(BlobRow blob) {
    return Manifests.standing(Optional.of(blob), Optional.empty(), new UploadRows.Amount(0, 0));
  }

  private static DeviceId device(Optional<String> text) {
    try {
      return DeviceId.of(text.orElse(""));
    } catch (IllegalArgumentException _) {
      throw Members.malformed("device must be the id of the device that sends.");
    }
  }

  @GetMapping("/blobs/v1/sessions/{id}")
  ResponseEntity<byte[]> state(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    return shown(answering, sessions.session(request, id));
  }

  @PostMapping("/blobs/v1/sessions/{id}/complete")
  ResponseEntity<byte[]> complete(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Members members = Members.of(bodies.read(request, WireFormat.VALUE), MANIFEST);
    BlobManifest manifest =
        Manifests.read(members)
            .orElseThrow(() -> Members.malformed("Send the manifest: size and parts."));
    BlobRow blob = completing.complete(sessions.session(request, id), manifest);
    return answering.with(WireFormat.VALUE, standing(blob));
  }

  @DeleteMapping("/blobs/v1/sessions/{id}")
  ResponseEntity<byte[]> giveUp(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    DeviceId device = device(Queries.parameter(request, "device"));
    boolean isOver = uploads.giveUp(sessions.session(request, id), device);
    return answering.with(
        WireFormat.VALUE, new Value.Entries(Map.of("over", new Value.Flag(isOver))));
  }
}
