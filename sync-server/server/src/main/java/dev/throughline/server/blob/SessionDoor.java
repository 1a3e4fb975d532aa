package dev.throughline.server.blob;

import dev.throughline.server.http.Queries;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Lets people to sessions as far as they may write the record. */
@Component
final class SessionDoor {
  private final BlobDoor door;
  private final Uploads uploads;

  SessionDoor(BlobDoor door, Uploads uploads) {
    this.door = door;
    this.uploads = uploads;
  }

  /**
   * A session that whoever asks may send in.
   *
   * @throws dev.throughline.server.http.ProblemException when there is none for them, whether there
   *     is one or not
   */
  UploadRow session(HttpServletRequest request, String id) {
    RecordDesk.Opened desk = door.enter(request);
    UploadRow upload = uploads.require(desk.workspace(), Queries.id(id).value());
    if (!desk.mayRead(upload.key().record())) {
      throw Uploads.gone();
    }
    door.writing(desk, upload.key().record(), upload.key().role());
    return upload;
  }
}
