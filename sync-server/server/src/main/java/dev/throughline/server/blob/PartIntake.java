package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.http.TimedInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes the body of a request as a part or the rest of one, within limits of size and time. */
@Component
final class PartIntake {
  /** How long one part may take; of 8 MiB that is 14 KB a second. */
  static final Duration PART_TIME = Duration.ofMinutes(10);

  private final Uploads uploads;
  private final BegunParts begun;
  private final InstantSource clock;

  PartIntake(Uploads uploads, BegunParts begun, InstantSource clock) {
    this.uploads = uploads;
    this.begun = begun;
    this.clock = clock;
  }

  /**
   * Takes a part, or the rest of one that was cut off. What comes is kept while it comes, so that a
   * sender that is cut off goes on.
   *
   * @throws ProblemException when it is not what it was said to be, begins beyond what is here, or
   *     comes too slowly
   */
  void take(UploadRow upload, int index, HttpServletRequest request) {
    Optional<PartRest> rest = PartRest.of(request);
    String digest = rest.isPresent() ? PartDigest.whole(request) : PartDigest.content(request);
    requireFit(upload, index, digest, request);
    int from = rest.map(PartRest::from).orElse(0);
    BegunParts.Key key = new BegunParts.Key(upload.id(), index, digest);
    Optional<BegunPart.Turn> turn = begun.take(key, from);
    if (turn.isPresent()) {
      take(upload, key, turn.get(), body(request));
    } else if (from == 0) {
      uploads.put(upload, index, digest, body(request));
    } else {
      throw new ProblemException(
          Problem.PART_REFUSED, "Less of this part is here; send it from its begin.");
    }
  }

  private void take(UploadRow upload, BegunParts.Key key, BegunPart.Turn turn, InputStream rest) {
    boolean isCut = true;
    try {
      uploads.put(upload, key.index(), key.digest(), new PartBody(turn, rest));
      isCut = false;
    } catch (ProblemException e) {
      isCut = e.problem() != Problem.PART_REFUSED;
      throw e;
    } finally {
      begun.end(key, turn, isCut);
    }
  }

  /**
   * Takes a whole part of which nothing is kept unless it is whole.
   *
   * @throws ProblemException as {@link #take} does, and for the rest of one
   */
  void takeWhole(UploadRow upload, int index, String digest, HttpServletRequest request) {
    if (PartRest.of(request).isPresent()) {
      throw Members.malformed("By ticket a part is sent whole.");
    }
    requireFit(upload, index, digest, request);
    uploads.put(upload, index, digest, body(request));
  }

  private static void requireFit(
      UploadRow upload, int index, String digest, HttpServletRequest request) {
    Uploads.requirePlanned(upload, index, digest);
    if (request.getContentLengthLong() > BlobManifest.PART_BYTES) {
      throw new ProblemException(
          Problem.TOO_LARGE, "A part has at most " + BlobManifest.PART_BYTES + " bytes.");
    }
  }

  private InputStream body(HttpServletRequest request) {
    try {
      return new TimedInput(request.getInputStream(), PART_TIME, clock);
    } catch (IOException _) {
      throw new ProblemException(Problem.TOO_SLOW, "The part was cut off; send it again.");
    }
  }
}
