package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.http.TimedInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Takes the body of a request as a part, within limits of size and time. */
@Component
final class PartIntake {
  /** How long one part may take; of 8 MiB that is 14 KB a second. */
  static final Duration PART_TIME = Duration.ofMinutes(10);

  private final Uploads uploads;
  private final InstantSource clock;

  PartIntake(Uploads uploads, InstantSource clock) {
    this.uploads = uploads;
    this.clock = clock;
  }

  /**
   * Takes a part.
   *
   * @throws ProblemException when it is not what it was said to be, or comes too slowly
   */
  void take(UploadRow upload, int index, String digest, HttpServletRequest request) {
    Uploads.requirePlanned(upload, index, digest);
    if (request.getContentLengthLong() > BlobManifest.PART_BYTES) {
      throw new ProblemException(
          Problem.TOO_LARGE, "A part has at most " + BlobManifest.PART_BYTES + " bytes.");
    }
    try {
      uploads.put(
          upload, index, digest, new TimedInput(request.getInputStream(), PART_TIME, clock));
    } catch (IOException _) {
      throw new ProblemException(Problem.TOO_SLOW, "The part was cut off; send it again.");
    }
  }
}
