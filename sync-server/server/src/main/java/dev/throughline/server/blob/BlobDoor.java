package dev.throughline.server.blob;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.server.blob.store.BlobKey;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.http.Queries;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Lets people to blobs as far as they get to the record: who may not read it learns no more than of
 * one that is not there.
 */
@Component
final class BlobDoor {
  private final RecordDesk records;

  BlobDoor(RecordDesk records) {
    this.records = records;
  }

  /** A blob that whoever asks may read. */
  record At(RecordDesk.Opened desk, BlobKey key, BlobRole role, FieldMap record) {}

  RecordDesk.Opened enter(HttpServletRequest request) {
    return records.open(Queries.workspace(request));
  }

  /**
   * A blob for reading.
   *
   * @throws ProblemException when there is no such record for whoever asks
   */
  At reading(RecordDesk.Opened desk, RecordId record, String roleName) {
    BlobRole role =
        BlobRole.named(roleName)
            .orElseThrow(() -> Members.malformed("role must be one of " + BlobRole.NAMES + "."));
    RecordDesk.Found found =
        desk.find(role.kind(), record)
            .filter(_ -> desk.mayRead(record))
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.NOT_FOUND,
                        "There is no such recording, or its record was not sent yet."));
    return new At(
        desk,
        new BlobKey(desk.workspace(), record, role.wireName()),
        role,
        new FieldMap(found.fields()));
  }

  At reading(HttpServletRequest request, String record, String role) {
    return reading(enter(request), Queries.id(record), role);
  }

  /**
   * A blob for sending or deleting it.
   *
   * @throws ProblemException as {@link #reading} does, and when the record may only be read
   */
  At writing(RecordDesk.Opened desk, RecordId record, String role) {
    At at = reading(desk, record, role);
    if (!desk.mayWrite(at.role().kind(), record)) {
      throw new ProblemException(
          Problem.NOT_ALLOWED, "You may read this recording and change nothing of it.");
    }
    return at;
  }

  At writing(HttpServletRequest request, String record, String role) {
    return writing(enter(request), Queries.id(record), role);
  }
}
