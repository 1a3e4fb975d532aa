package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.BlobState.Where;
import dev.throughline.desktop.blob.BlobState.Why;
import dev.throughline.desktop.capture.UnreadableSound;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.signing.Sha256;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Sends one blob until the server has read it back. Whatever happens in between, it asks the server
 * what is there and goes on with the rest. One thread at a time, but for {@link #progress}.
 */
final class Upload {
  /** So often a part is sent in one turn; what changes it on its way may be on its way to stay. */
  private static final int TRIES_MAX = 2;

  /** Parts sent before others get their turn. */
  static final int PARTS_A_TURN = 24;

  static final long LOOK_MILLIS = 5_000;

  /**
   * What the server has read back is asked for once a day: it may have lost it, or found damage.
   */
  static final long AGAIN_MILLIS = 86_400_000;

  private final BlobKey key;
  private final Originals originals;
  private final PartFolder own;
  private final Background background;
  private final Taken taken = new Taken();
  private final Map<Integer, String> sealed = new ConcurrentHashMap<>();
  private Optional<BlobManifest> manifest = Optional.empty();

  /** The server has content, and was not told which this is. */
  private boolean isOther;

  private final Waits waits = new Waits();
  private final Progress progress;
  private final Arrival arrival;

  /**
   * Sends nothing yet.
   *
   * @param told is called whenever the state changed, on any thread
   */
  Upload(BlobKey key, Originals originals, Background background, Runnable told) {
    this.progress = new Progress(told);
    this.key = key;
    this.originals = originals;
    this.own = originals.own(key);
    this.background = background;
    this.arrival = new Arrival(key, originals, taken, progress, waits);
  }

  BlobKey key() {
    return key;
  }

  /** Where the blob is, as far as this knows. Any thread. */
  BlobState state() {
    return progress.state();
  }

  /** How far it is, as far as this knows. Any thread. */
  Progress progress() {
    return progress;
  }

  /** Whether an earlier run saw it verified; nothing is asked then. */
  boolean wasVerified() throws IOException {
    Optional<String> id = own.manifest().map(BlobManifest::id);
    boolean isVerified = id.isPresent() && own.isVerified(id.get());
    if (isVerified) {
      manifest = own.manifest();
      arrival.known();
    }
    return isVerified;
  }

  /** Something about it is not as it can be; it is tried again later. */
  Turn broken() {
    progress.show(new BlobState.Damaged(Where.HERE));
    return new Turn.Later(Waits.MAX_MILLIS);
  }

  /** Works until nothing can be done for now, or {@code goesOn} says that others come first. */
  Turn turn(BlobTransport way, BooleanSupplier goesOn) {
    try {
      return arrival.isThere() ? arrival.ask(way, manifest.orElseThrow().id()) : send(way, goesOn);
    } catch (UnreadableSound | DamagedPart _) {
      progress.show(new BlobState.Damaged(Where.HERE));
      return new Turn.Later(Waits.MAX_MILLIS);
    } catch (IOException _) {
      return waiting(Why.DISK);
    }
  }

  private Turn send(BlobTransport way, BooleanSupplier goesOn) throws IOException {
    Optional<Content> found = originals.content(key);
    if (found.isEmpty()) {
      return new Turn.Later(LOOK_MILLIS);
    }
    try (Content content = found.get()) {
      if (content.isOver() && manifest.isEmpty()) {
        manifest = content.ready() == 0 ? Optional.of(planned(content)) : own.manifest();
      }
      if (manifest.isEmpty() && content.ready() == 0) {
        return new Turn.Later(LOOK_MILLIS);
      }
      Optional<Turn> ended = taken.session().isPresent() ? Optional.empty() : open(way);
      if (ended.isPresent() && isOther && content.isOver()) {
        // It may be this very content; the server tells once it knows the manifest.
        manifest = Optional.of(planned(content));
        return Turn.AT_ONCE;
      }
      return ended.isPresent() ? ended.get() : send(way, content, goesOn);
    }
  }

  /**
   * Made of what was sent, so that sending need not wait until everything was read. On disk before
   * the server makes a blob of it, so that later runs need not read everything.
   */
  private BlobManifest planned(Content content) throws IOException {
    Optional<BlobManifest> known = own.manifest();
    if (known.isPresent()) {
      return known.get();
    }
    BlobManifest whole = content.manifest(sealed);
    own.write(whole);
    return whole;
  }

  /** Asks what the server has. */
  private synchronized Optional<Turn> open(BlobTransport way) throws IOException {
    Optional<DeviceId> device = originals.book().device();
    if (device.isEmpty()) {
      return Optional.of(waiting(Why.RECORD));
    }
    return switch (way.open(key, device.get(), manifest)) {
      case Reply.Ok<Opened>(Opened.Session now) -> {
        taken.told(now);
        yield Optional.empty();
      }
      case Reply.Ok<Opened>(Opened.There(Standing standing)) -> Optional.of(arrived(standing));
      case Reply.Refused<Opened>(String code, _) -> {
        isOther = manifest.isEmpty() && code.equals(BlobTransport.OTHER_CONTENT);
        yield Optional.of(refused(code));
      }
      case Reply.Unreachable<Opened>(_, long after) -> Optional.of(new Turn.Away(after));
    };
  }

  private Turn send(BlobTransport way, Content content, BooleanSupplier goesOn) throws IOException {
    int count = content.ready();
    List<Integer> missing =
        IntStream.range(0, count).filter(index -> !isThere(index)).boxed().toList();
    tell(content);
    Sending sending = new Sending(way, content);
    Lanes.run(
        background,
        missing.subList(0, Math.min(missing.size(), PARTS_A_TURN)),
        index -> goesOn.getAsBoolean() && sending.put(index));
    Optional<Turn> trouble = sending.trouble();
    if (trouble.isPresent()) {
      return trouble.get();
    }
    boolean isAll = missing.stream().allMatch(this::isThere);
    if (isAll && content.isOver() && manifest.isEmpty()) {
      manifest = Optional.of(planned(content));
      isAll = IntStream.range(0, count).allMatch(this::isThere);
    }
    if (!isAll) {
      return Turn.AT_ONCE;
    }
    waits.reset();
    return content.isOver() ? complete(way) : new Turn.Later(LOOK_MILLIS);
  }

  private boolean isThere(int index) {
    Optional<String> has = taken.digest(index);
    Optional<String> wanted =
        manifest
            .map(whole -> whole.parts().get(index))
            .or(() -> Optional.ofNullable(sealed.get(index)));
    // What came while it grew, from an earlier run, is compared once the manifest is known.
    return has.isPresent() && (wanted.isEmpty() || wanted.equals(has));
  }

  private void tell(Content content) {
    progress.sending(content.ready(), this::isThere, content.size());
  }

  /** One turn of sending; used by several lanes. */
  private final class Sending {
    private final BlobTransport way;
    private final Content content;
    private final AtomicReference<Optional<Turn>> turn = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<IOException>> unread =
        new AtomicReference<>(Optional.empty());
    private final Narrow moving = new Narrow(Lanes.MOVING);
    private volatile boolean hasMoved;

    Sending(BlobTransport way, Content content) {
      this.way = way;
      this.content = content;
    }

    Optional<Turn> trouble() throws IOException {
      Optional<IOException> found = Objects.requireNonNull(unread.get());
      if (found.isPresent()) {
        throw found.get();
      }
      return Objects.requireNonNull(turn.get());
    }

    /** Sends a part; whether to go on. */
    boolean put(int index) {
      try {
        byte[] part = content.part(index);
        String digest = Sha256.hex(part);
        if (manifest.filter(whole -> !whole.parts().get(index).equals(digest)).isPresent()) {
          throw new DamagedPart(index);
        }
        sealed.put(index, digest);
        return sent(index, part, digest);
      } catch (IOException e) {
        unread.set(Optional.of(e));
        return false;
      }
    }

    /**
     * Whatever becomes of one part, others go on beside it: it is asked for, and what is missing of
     * it sent at once, and only when that fails too everything waits.
     */
    private boolean sent(int index, byte[] part, String digest) throws IOException {
      boolean isWhole = false;
      int most = taken.begun(index, digest, part.length);
      for (int tries = 1; ; tries++) {
        Optional<String> to = taken.session();
        if (to.isEmpty()) {
          return false;
        }
        int from = isWhole ? 0 : taken.begun(index, digest, part.length);
        Reply<Boolean> reply =
            isThere(index)
                ? new Reply.Ok<>(true)
                : moving.pass(() -> way.put(to.get(), index, part, from, digest));
        if (reply instanceof Reply.Ok) {
          taken.took(index, digest);
          hasMoved = true;
          tell(content);
          return true;
        }
        if (reply instanceof Reply.Refused) {
          // A rest that is refused, as by another server, says nothing of the part itself.
          tries -= from > 0 ? 1 : 0;
          isWhole = true;
        }
        boolean isLast = tries == TRIES_MAX || asksForRest(reply);
        Optional<Turn> over = isLast ? Optional.of(gaveUp(reply)) : asked();
        if (over.isPresent()) {
          end(over.get());
          return false;
        }
        int now = taken.begun(index, digest, part.length);
        if (now - most >= BlobLimits.GAIN_BYTES) {
          most = now;
          tries = 0;
          hasMoved = true;
        }
      }
    }

    /** It may have arrived all the same; asking costs less than a part. */
    private Optional<Turn> asked() throws IOException {
      synchronized (Upload.this) {
        Optional<Turn> known = Objects.requireNonNull(turn.get());
        return known.isPresent() ? known : open(way);
      }
    }

    /** What came first counts; what others send meanwhile may still arrive. */
    private void end(Turn with) {
      synchronized (Upload.this) {
        taken.lost();
        if (Objects.requireNonNull(turn.get()).isEmpty()) {
          turn.set(Optional.of(with));
        }
      }
    }

    private static boolean asksForRest(Reply<Boolean> reply) {
      return reply instanceof Reply.Unreachable<Boolean>(_, long after) && after > 0;
    }

    private Turn gaveUp(Reply<Boolean> reply) {
      return switch (reply) {
        case Reply.Ok<Boolean> _ -> Turn.AT_ONCE;
        case Reply.Refused<Boolean>(String code, _) -> lost(code);
        case Reply.Unreachable<Boolean>(_, long after) -> new Turn.Away(after, hasMoved);
      };
    }
  }

  private Turn complete(BlobTransport way) {
    return switch (way.complete(taken.session().orElseThrow(), manifest.orElseThrow())) {
      case Reply.Ok<Standing>(Standing standing) -> arrived(standing);
      case Reply.Refused<Standing>(String code, _) -> lost(code);
      case Reply.Unreachable<Standing>(_, long after) -> new Turn.Away(after);
    };
  }

  /** The session or what it has is not what it was; the next turn asks for it anew. */
  private synchronized Turn lost(String code) {
    taken.lost();
    return switch (code) {
      case BlobTransport.NOT_FOUND, BlobTransport.PART_REFUSED, BlobTransport.INCOMPLETE ->
          new Turn.Later(waits.next());
      default -> refused(code);
    };
  }

  private Turn arrived(Standing standing) {
    return arrival.at(standing, manifest.orElseThrow().id());
  }

  private Turn refused(String code) {
    return waiting(Refusals.why(code));
  }

  private Turn waiting(Why why) {
    return waits.waiting(why, progress);
  }
}
