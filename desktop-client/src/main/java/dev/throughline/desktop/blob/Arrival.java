package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.BlobState.Where;
import dev.throughline.desktop.blob.BlobState.Why;
import dev.throughline.desktop.sync.Reply;
import java.io.IOException;

/**
 * What becomes of a blob of which all was sent: it waits until the server has read it back, and is
 * asked for once a day from then on, because a server may find damage or be put back to an earlier
 * day. One thread at a time.
 */
final class Arrival {
  static final long AGAIN_MILLIS = 86_400_000;

  private final BlobKey key;
  private final Originals originals;
  private final PartFolder own;
  private final Taken taken;
  private final Progress progress;
  private final Waits waits;
  private boolean isThere;
  private boolean wasVerified;

  Arrival(BlobKey key, Originals originals, Taken taken, Progress progress, Waits waits) {
    this.key = key;
    this.originals = originals;
    this.own = originals.own(key);
    this.taken = taken;
    this.progress = progress;
    this.waits = waits;
  }

  /** Whether the server has all of it, as far as this knows. */
  boolean isThere() {
    return isThere;
  }

  /** An earlier run saw it verified. */
  void known() {
    isThere = true;
    wasVerified = true;
    progress.verified();
  }

  /** Takes what the server says of it. */
  Turn at(Standing standing, String id) {
    if (!standing.has(id)) {
      return otherwise(standing);
    }
    isThere = true;
    if (!wasVerified) {
      progress.arrived(standing.size());
    }
    try {
      return named(standing, id);
    } catch (IOException _) {
      return waits.waiting(Why.DISK, progress);
    }
  }

  private Turn named(Standing standing, String id) throws IOException {
    if (!originals.book().name(key, id)) {
      return waits.waiting(Why.DISK, progress);
    }
    if (!standing.isVerified(id)) {
      return new Turn.Later(waits.next());
    }
    if (!wasVerified) {
      own.markVerified(id);
    }
    progress.verified();
    wasVerified = true;
    if (key.role() == BlobRole.PROXY) {
      own.deleteParts();
      return new Turn.Over();
    }
    return new Turn.Later(AGAIN_MILLIS);
  }

  /** Asks how far it is. */
  Turn ask(BlobTransport way, String id) {
    return switch (way.standing(key)) {
      case Reply.Ok<Standing>(Standing standing) -> at(standing, id);
      case Reply.Refused<Standing>(String code, _) -> absent(code);
      case Reply.Unreachable<Standing>(_, long after) -> new Turn.Away(after);
    };
  }

  /** A server that was put back to an earlier day does not know it any more. */
  private Turn absent(String code) {
    if (!wasVerified) {
      return waits.waiting(Refusals.why(code), progress);
    }
    if (!code.equals(BlobTransport.NOT_FOUND)) {
      return new Turn.Later(AGAIN_MILLIS);
    }
    lost();
    progress.lost(new BlobState.HereOnly());
    return new Turn.Later(waits.next());
  }

  private void lost() {
    isThere = false;
    wasVerified = false;
    taken.lost();
  }

  /** It is not there as it was sent. */
  private Turn otherwise(Standing standing) {
    lost();
    boolean isOther =
        standing.state() == Standing.State.COMPLETE || standing.state() == Standing.State.VERIFIED;
    if (isOther) {
      return waits.waiting(Why.OTHER_CONTENT, progress);
    }
    boolean isDamaged = standing.state() == Standing.State.DAMAGED;
    if (isDamaged) {
      waits.damaged();
    }
    progress.lost(isDamaged ? new BlobState.Damaged(Where.SERVER) : new BlobState.HereOnly());
    return new Turn.Later(waits.next());
  }
}
