package dev.throughline.server.blob;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.blob.hold.HoldRounds;
import dev.throughline.server.blob.store.StoreAway;
import dev.throughline.server.blob.store.StorePlace;
import dev.throughline.server.sync.ServerDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What is done from time to time: old sessions end, and holds are compared with the store. */
@Component
final class BlobRounds {
  /** A session in which nothing came for so long, and that no device claims, is given up. */
  static final Duration STALE = Duration.ofDays(14);

  private static final Logger log = LoggerFactory.getLogger(BlobRounds.class);

  private final ServerDesk desk;
  private final UploadRows rows;
  private final Uploads uploads;
  private final BegunParts begun;
  private final HoldRounds holds;
  private final StorePlace place;
  private final InstantSource clock;

  BlobRounds(
      ServerDesk desk,
      UploadRows rows,
      Uploads uploads,
      BegunParts begun,
      HoldRounds holds,
      StorePlace place,
      InstantSource clock) {
    this.desk = desk;
    this.rows = rows;
    this.uploads = uploads;
    this.begun = begun;
    this.holds = holds;
    this.place = place;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${throughline.blobs.rounds.first:PT5S}",
      fixedDelayString = "${throughline.blobs.rounds.every:PT1H}")
  void go() {
    begun.sweep();
    try {
      place
          .store()
          .ifPresent(
              store -> {
                holds.go(store);
                desk.workspaces().forEach(this::endStale);
              });
    } catch (DataAccessException | TransactionException e) {
      log.warn("The round was cut off ({}).", e.getClass().getSimpleName());
    }
  }

  private void endStale(WorkspaceId workspace) {
    Instant then = clock.instant().minus(STALE);
    List<UploadRow> stale =
        desk.inTransaction(
            workspace,
            () ->
                rows.untouchedSince(workspace, then).stream()
                    .filter(upload -> !rows.isClaimed(upload))
                    .toList());
    for (UploadRow upload : stale) {
      try {
        uploads.end(upload);
        log.info("Session {} was given up: nobody sends in it any more.", upload.id());
      } catch (StoreAway _) {
        log.warn("Session {} was given up; its parts stay in the store.", upload.id());
      }
    }
  }
}
