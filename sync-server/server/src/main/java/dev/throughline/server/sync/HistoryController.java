package dev.throughline.server.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.SyncCore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what happened to one record. One that nobody wrote has an empty history, and so has one
 * that whoever asks may not read.
 */
@RestController
final class HistoryController {
  private static final int LIMIT = 100;

  private final Workspaces workspaces;
  private final HistoryFeed feed;
  private final SyncCore core;
  private final Askers askers;

  HistoryController(Workspaces workspaces, HistoryFeed feed, SyncCore core, Askers askers) {
    this.workspaces = workspaces;
    this.feed = feed;
    this.core = core;
    this.askers = askers;
  }

  @GetMapping("/sync/v1/history")
  ResponseEntity<byte[]> history(
      HttpServletRequest request,
      @RequestParam Optional<String> record,
      @RequestParam Optional<String> before,
      @RequestParam Optional<String> limit) {
    Answering answering = Answering.to(request);
    RecordId id = recordId(record.orElse(""));
    long from = before.map(text -> number("before", text, Long.MAX_VALUE)).orElse(Long.MAX_VALUE);
    long count = limit.map(text -> number("limit", text, Integer.MAX_VALUE)).orElse((long) LIMIT);
    RecordHistory history =
        feed.history(
            workspaces.served().workspace(),
            id,
            from,
            (int) Math.min(count, RecordHistory.ENTRIES_MAX));
    if (!core.mayRead(askers.current(), id)) {
      // Asked after reading, so that the rights are never older than what they open.
      history = new RecordHistory(id, List.of(), false);
    }
    return answering.with(WireFormat.RECORD_HISTORY, history);
  }

  private static long number(String name, String text, long max) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= max) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Answered below, like a number out of range.
    }
    throw new ProblemException(
        Problem.MALFORMED, name + " must be a whole number from 1 to " + max + ".");
  }

  private static RecordId recordId(String id) {
    try {
      return RecordId.of(id);
    } catch (IllegalArgumentException _) {
      throw new ProblemException(Problem.MALFORMED, "record must be an id.");
    }
  }
}
