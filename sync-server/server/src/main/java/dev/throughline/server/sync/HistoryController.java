package dev.throughline.server.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
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

  private final HistoryFeed feed;
  private final Askers askers;

  HistoryController(HistoryFeed feed, Askers askers) {
    this.feed = feed;
    this.askers = askers;
  }

  @GetMapping("/sync/v1/history")
  ResponseEntity<byte[]> history(
      HttpServletRequest request,
      @RequestParam Optional<String> workspace,
      @RequestParam Optional<String> record,
      @RequestParam Optional<String> before,
      @RequestParam Optional<String> limit) {
    Answering answering = Answering.to(request);
    Askers.Entered entered = askers.enter(Asked.workspace(workspace));
    WorkspaceRuntime from = entered.workspace();
    RecordId id = Asked.id("record", record.orElse(""), RecordId::of);
    long last =
        before.map(text -> Asked.number("before", text, 1, Long.MAX_VALUE)).orElse(Long.MAX_VALUE);
    long count =
        limit.map(text -> Asked.number("limit", text, 1, Integer.MAX_VALUE)).orElse((long) LIMIT);
    RecordHistory history =
        feed.history(from.id(), id, last, (int) Math.min(count, RecordHistory.ENTRIES_MAX));
    if (!from.core().mayRead(entered.asker(), id)) {
      // Asked after reading, so that the rights are never older than what they open.
      history = new RecordHistory(id, List.of(), false);
    }
    return answering.with(WireFormat.RECORD_HISTORY, history);
  }
}
