package dev.throughline.server.product;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.http.Queries;
import dev.throughline.server.sync.RecordDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What these routes answer: 201 for what was made now, 200 for what was there. */
final class ProductAnswers {
  private ProductAnswers() {}

  /**
   * Whether the record was made now.
   *
   * @throws ProblemException when it was not made at all
   */
  static boolean made(RecordDesk.Made made) {
    return switch (made) {
      case RecordDesk.Made.Fresh() -> true;
      case RecordDesk.Made.Before() -> false;
      case RecordDesk.Made.Taken() ->
          throw new ProblemException(
              Problem.KEY_REUSED, "Send the same body again, or another " + Queries.KEY + ".");
      case RecordDesk.Made.Refused(String why) ->
          throw new ProblemException(Problem.NOT_ALLOWED, why);
    };
  }

  /**
   * What was made, as it is now. Whoever made it may have lost access since, and others may have
   * written in it.
   *
   * @throws ProblemException when it was removed, or whoever asks may not read it any more
   */
  static RecordDesk.Found readable(RecordDesk.Opened desk, String kind, RecordId record) {
    return desk.find(kind, record)
        .filter(_ -> desk.mayRead(record))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.NOT_FOUND, "It was made, and is not there for you any more."));
  }

  /**
   * A handoff.
   *
   * @throws ProblemException when there is none that whoever asks may read
   */
  static RecordDesk.Found handoff(RecordDesk.Opened desk, RecordId handoff) {
    return desk.find("handoff", handoff)
        .filter(_ -> desk.mayRead(handoff))
        .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such handoff."));
  }

  /**
   * The same, in the trash too: what went out of it goes on.
   *
   * @throws ProblemException when there was never one that whoever asks may read
   */
  static RecordDesk.Found anyHandoff(RecordDesk.Opened desk, RecordId handoff) {
    return desk.known("handoff", handoff)
        .filter(_ -> desk.mayRead(handoff))
        .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such handoff."));
  }

  /**
   * The idea a body names.
   *
   * @throws ProblemException when there is none that whoever asks may read
   */
  static RecordId idea(RecordDesk.Opened desk, Members members) {
    RecordId idea = members.record("idea");
    if (desk.find("idea", idea).isEmpty() || !desk.mayRead(idea)) {
      throw new ProblemException(Problem.NOT_FOUND, "There is no such idea.");
    }
    return idea;
  }

  static ResponseEntity<byte[]> with(Answering answering, boolean isFresh, Value body) {
    ResponseEntity<byte[]> answer = answering.with(WireFormat.VALUE, body);
    return isFresh
        ? ResponseEntity.status(HttpStatus.CREATED)
            .headers(answer.getHeaders())
            .body(answer.getBody())
        : answer;
  }
}
