package dev.throughline.server.blob;

import dev.throughline.server.blob.store.BlobVersion;
import dev.throughline.server.blob.store.StorePlace;
import dev.throughline.server.blob.store.StoredObject;
import dev.throughline.server.blob.store.TicketUse;
import dev.throughline.server.blob.store.Upload;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.people.Places;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Does what a ticket of this server allows, for whoever has it. */
@RestController
final class TicketController {
  private final Places places =
      new Places(
          PartController.PARTS_MAX,
          PartController.PARTS_MAX,
          "Nothing was read or sent; ask again in a moment.");
  private final StorePlace store;
  private final Uploads uploads;
  private final PartIntake intake;
  private final Sending sending;

  TicketController(StorePlace store, Uploads uploads, PartIntake intake, Sending sending) {
    this.store = store;
    this.uploads = uploads;
    this.intake = intake;
    this.sending = sending;
  }

  @PutMapping("/blobs/v1/tickets/{ticket}")
  ResponseEntity<byte[]> put(@PathVariable String ticket, HttpServletRequest request) {
    try (Places.Place _ = places.take(Optional.empty())) {
      if (!(use(ticket) instanceof TicketUse.PutPart(Upload of, int index, String digest))) {
        throw refused();
      }
      UploadRow upload = uploads.require(of.key().workspace(), of.id());
      intake.takeWhole(upload, index, digest, request);
      return ResponseEntity.noContent().build();
    }
  }

  @GetMapping("/blobs/v1/tickets/{ticket}")
  void get(@PathVariable String ticket, HttpServletRequest request, HttpServletResponse response) {
    try (Places.Place _ = places.take(Optional.empty())) {
      if (!(use(ticket) instanceof TicketUse.ReadVersion(BlobVersion version))) {
        throw refused();
      }
      StoredObject object = store.get().find(version).orElseThrow(TicketController::refused);
      sending.send(version, object.size(), request, response);
    }
  }

  private TicketUse use(String ticket) {
    return store.get().redeem(ticket).orElseThrow(TicketController::refused);
  }

  private static ProblemException refused() {
    return new ProblemException(
        Problem.TICKET, "It is too old, or not one of this server; ask for a new one.");
  }
}
