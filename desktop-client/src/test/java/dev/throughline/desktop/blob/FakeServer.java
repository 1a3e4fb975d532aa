package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A server of blobs in memory that does what the real one does, and what networks do to it. */
public final class FakeServer implements BlobTransport {
  /** What happens to a call; a test gives one that counts. */
  public interface Weather {
    /** Nothing happens to any call. */
    Weather FINE = _ -> Fate.WELL;

    Fate next(String call);
  }

  public enum Fate {
    WELL,
    /** It never arrives. */
    CUT_BEFORE,
    /** So much of what is sent arrives, of a part or of a stretch; else nothing does. */
    CUT_WITHIN,
    /** The same, and a bit of what arrives was changed. */
    CUT_CHANGED,
    /** It arrives, and its answer does not. */
    CUT_AFTER,
    /** The server has trouble of its own. */
    ERROR_500,
    /** A bit is changed on the way. */
    CORRUPTED,
    /** The question is another one when it arrives. */
    REFUSED
  }

  private static final class Upload {
    final BlobKey key;
    final Map<Integer, byte[]> parts = new TreeMap<>();
    final Map<Integer, Kept> begun = new TreeMap<>();
    Optional<BlobManifest> manifest = Optional.empty();
    boolean isDone;

    Upload(BlobKey key) {
      this.key = key;
    }
  }

  /** What came of a part that was cut off. */
  private record Kept(String digest, byte[] bytes) {}

  private static final class Blob {
    final BlobManifest manifest;
    final byte[] bytes;
    Standing.State state = Standing.State.COMPLETE;

    Blob(BlobManifest manifest, byte[] bytes) {
      this.manifest = manifest;
      this.bytes = bytes;
    }
  }

  private final Map<String, Upload> sessions = new HashMap<>();
  private final Map<BlobKey, Blob> blobs = new HashMap<>();
  final List<String> calls = new ArrayList<>();
  final List<String> stored = new ArrayList<>();
  private int count;
  private final Random cuts = new Random(9);
  private int underWay;
  long sentBytes;
  long readBytes;
  int mostUnderWay;
  public Weather weather = Weather.FINE;
  public boolean verifies = true;
  boolean knowsRecords = true;

  /** Whoever asks for this record gets no answer. */
  Optional<RecordId> unanswered = Optional.empty();

  /** Has other bytes for this recording than those its record names. */
  public void replace(RecordId of) {
    byte[] other = new byte[100];
    put(
        new BlobKey(of, BlobRole.ORIGINAL),
        new BlobManifest(other.length, List.of(Sha256.hex(other))),
        other);
  }

  private synchronized Fate fate(String call) {
    calls.add(call);
    return weather.next(call);
  }

  private static <T> Reply<T> lost() {
    return new Reply.Unreachable<>("cut", 0);
  }

  private static <T> Reply<T> no(String code) {
    return new Reply.Refused<>(code, "no");
  }

  private <T> Reply<T> through(String call, Supplier<Reply<T>> work) {
    return switch (fate(call)) {
      case CUT_BEFORE, CUT_WITHIN, CUT_CHANGED -> lost();
      case ERROR_500 -> new Reply.Unreachable<>("status 500", 0);
      case REFUSED -> no("HTTP-400");
      case CUT_AFTER -> {
        synchronized (this) {
          Reply<T> unheard = work.get();
          assertThat(unheard).as("what was done and nobody was told").isNotNull();
        }
        yield lost();
      }
      case WELL, CORRUPTED -> {
        synchronized (this) {
          yield work.get();
        }
      }
    };
  }

  @Override
  public Reply<Opened> open(BlobKey key, DeviceId device, Optional<BlobManifest> manifest) {
    return unanswered.equals(Optional.of(key.record()))
        ? new Reply.Unreachable<>("status 500", 0)
        : through("open " + key.role().wireName(), () -> opened(key, manifest));
  }

  private Reply<Opened> opened(BlobKey key, Optional<BlobManifest> manifest) {
    if (!knowsRecords) {
      return no(NOT_FOUND);
    }
    Blob there = blobs.get(key);
    if (there != null && there.state != Standing.State.DAMAGED) {
      boolean isSame = manifest.equals(Optional.of(there.manifest));
      return isSame
          ? new Reply.Ok<>(new Opened.There(standingOf(key)))
          : no(BlobTransport.OTHER_CONTENT);
    }
    String id =
        sessions.entrySet().stream()
            .filter(entry -> entry.getValue().key.equals(key) && !entry.getValue().isDone)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> "session-" + count++);
    Upload upload = sessions.computeIfAbsent(id, _ -> new Upload(key));
    if (manifest.isPresent()) {
      upload.manifest = manifest;
    }
    Map<Integer, String> parts = new HashMap<>();
    upload.parts.forEach((index, part) -> parts.put(index, Sha256.hex(part)));
    List<BegunPart> begun = new ArrayList<>();
    upload.begun.forEach(
        (index, kept) -> begun.add(new BegunPart(index, kept.digest(), kept.bytes().length)));
    return new Reply.Ok<>(new Opened.Session(id, parts, begun));
  }

  @Override
  public Reply<Boolean> put(String session, int index, byte[] part, int from, String digest) {
    byte[] rest = Arrays.copyOfRange(part, from, part.length);
    synchronized (this) {
      underWay++;
      mostUnderWay = Math.max(mostUnderWay, underWay);
    }
    Fate fate = fate("put " + index);
    synchronized (this) {
      underWay--;
      return switch (fate) {
        case CUT_BEFORE -> lost();
        case ERROR_500 -> new Reply.Unreachable<>("status 500", 0);
        case REFUSED -> no("HTTP-400");
        case CORRUPTED -> came(session, index, from, changed(rest), digest);
        case WELL -> came(session, index, from, rest, digest);
        case CUT_AFTER -> {
          came(session, index, from, rest, digest);
          yield lost();
        }
        case CUT_WITHIN -> cut(session, index, from, rest, digest);
        case CUT_CHANGED -> cut(session, index, from, changed(rest), digest);
      };
    }
  }

  private Reply<Boolean> cut(String session, int index, int from, byte[] rest, String digest) {
    Upload upload = sessions.get(session);
    int bytes = some(rest.length);
    sentBytes += bytes;
    if (upload != null && !upload.isDone) {
      byte[] kept = kept(upload, index, from, digest).orElse(new byte[0]);
      byte[] all = joined(kept, Arrays.copyOf(rest, bytes));
      upload.begun.put(index, new Kept(digest, all));
    }
    return lost();
  }

  /** Of so many bytes a quarter to a half. */
  private int some(int length) {
    return length / 4 + cuts.nextInt(length / 4 + 1);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private static Optional<byte[]> kept(Upload upload, int index, int from, String digest) {
    return from == 0
        ? Optional.of(new byte[0])
        : Optional.ofNullable(upload.begun.get(index))
            .filter(kept -> kept.digest().equals(digest) && kept.bytes().length >= from)
            .map(kept -> Arrays.copyOf(kept.bytes(), from));
  }

  /** The whole is what was kept and what comes now, and nothing else of the sender's. */
  private Reply<Boolean> came(String session, int index, int from, byte[] rest, String digest) {
    sentBytes += rest.length;
    Upload upload = sessions.get(session);
    Optional<byte[]> kept =
        upload == null ? Optional.of(new byte[0]) : kept(upload, index, from, digest);
    if (kept.isEmpty()) {
      return no(PART_REFUSED);
    }
    if (upload != null) {
      upload.begun.remove(index);
    }
    return stored(session, index, joined(kept.get(), rest), digest);
  }

  private static byte[] changed(byte[] part) {
    if (part.length == 0) {
      return part;
    }
    byte[] other = part.clone();
    other[other.length / 8] ^= 1;
    return other;
  }

  private Reply<Boolean> stored(String session, int index, byte[] part, String digest) {
    Upload upload = sessions.get(session);
    if (upload == null || upload.isDone) {
      return no(NOT_FOUND);
    }
    boolean isOther =
        upload.manifest.filter(its -> !its.parts().get(index).equals(digest)).isPresent();
    if (isOther || !Sha256.hex(part).equals(digest)) {
      return no(PART_REFUSED);
    }
    upload.parts.put(index, part.clone());
    stored.add(upload.key.role().wireName() + " " + index);
    return new Reply.Ok<>(true);
  }

  @Override
  public Reply<Standing> complete(String session, BlobManifest manifest) {
    return through("complete", () -> completed(session, manifest));
  }

  private Reply<Standing> completed(String session, BlobManifest manifest) {
    Upload upload = sessions.get(session);
    if (upload == null) {
      return no(NOT_FOUND);
    }
    if (!upload.isDone) {
      boolean isWhole =
          IntStream.range(0, manifest.parts().size())
              .allMatch(
                  at ->
                      upload.parts.containsKey(at)
                          && Sha256.hex(upload.parts.get(at)).equals(manifest.parts().get(at)));
      if (!isWhole) {
        return no(INCOMPLETE);
      }
      byte[] bytes = new byte[Math.toIntExact(manifest.size())];
      int at = 0;
      for (byte[] part : upload.parts.values()) {
        System.arraycopy(part, 0, bytes, at, part.length);
        at += part.length;
      }
      upload.isDone = true;
      blobs.put(upload.key, new Blob(manifest, bytes));
    }
    return new Reply.Ok<>(standingOf(upload.key));
  }

  @Override
  public Reply<Standing> standing(BlobKey key) {
    return through(
        "standing " + key.role().wireName(),
        () -> {
          if (verifies && blobs.get(key) instanceof Blob blob) {
            blob.state =
                blob.state == Standing.State.COMPLETE ? Standing.State.VERIFIED : blob.state;
          }
          return new Reply.Ok<>(standingOf(key));
        });
  }

  private Standing standingOf(BlobKey key) {
    Optional<Upload> open =
        sessions.values().stream().filter(it -> it.key.equals(key) && !it.isDone).findFirst();
    long there =
        open.map(it -> it.parts.values().stream().mapToLong(part -> part.length).sum()).orElse(0L);
    Optional<BlobManifest> planned = open.flatMap(it -> it.manifest);
    Optional<Blob> blob = Optional.ofNullable(blobs.get(key));
    Standing.State state =
        open.isPresent()
            ? planned.isPresent() ? Standing.State.SENDING : Standing.State.GROWING
            : blob.map(it -> it.state).orElse(Standing.State.ABSENT);
    return new Standing(
        state,
        blob.map(it -> it.manifest.id()),
        planned.or(() -> blob.map(it -> it.manifest)).map(BlobManifest::size).orElse(0L),
        there);
  }

  @Override
  public Reply<BlobManifest> manifest(BlobKey key) {
    return through(
        "manifest " + key.role().wireName(),
        () -> blobs.containsKey(key) ? new Reply.Ok<>(blobs.get(key).manifest) : no(NOT_FOUND));
  }

  @Override
  public Reply<Boolean> read(BlobKey key, long from, Coming into) {
    Fate fate = fate("read " + key.role().wireName() + " " + from / BlobManifest.PART_BYTES);
    synchronized (this) {
      Blob blob = blobs.get(key);
      if (fate == Fate.CUT_BEFORE || fate == Fate.CUT_AFTER) {
        return lost();
      }
      if (fate == Fate.REFUSED) {
        return no("HTTP-400");
      }
      if (fate == Fate.ERROR_500 || blob == null) {
        return fate == Fate.ERROR_500 ? new Reply.Unreachable<>("status 500", 0) : no(NOT_FOUND);
      }
      int first = (int) from + into.came();
      byte[] rest = Arrays.copyOfRange(blob.bytes, first, (int) from + into.length());
      boolean isChanged = fate == Fate.CORRUPTED || fate == Fate.CUT_CHANGED;
      boolean isCut = fate == Fate.CUT_WITHIN || fate == Fate.CUT_CHANGED;
      int bytes = isCut ? some(rest.length) : rest.length;
      readBytes += bytes;
      assertThat(into.add(ByteBuffer.wrap(isChanged ? changed(rest) : rest, 0, bytes))).isTrue();
      return isCut ? lost() : new Reply.Ok<>(true);
    }
  }

  /** Restarted, or another server of a cluster: what was cut off is gone. */
  synchronized void forgetBegun() {
    sessions.values().forEach(upload -> upload.begun.clear());
  }

  /** Restarted from an older copy of its data: what was under way is gone. */
  synchronized void forgetSessions() {
    sessions.clear();
  }

  public synchronized void damage(BlobKey key) {
    Objects.requireNonNull(blobs.get(key)).state = Standing.State.DAMAGED;
  }

  synchronized void put(BlobKey key, BlobManifest manifest, byte[] bytes) {
    blobs.put(key, new Blob(manifest, bytes));
  }

  synchronized byte[] bytes(BlobKey key) {
    return Objects.requireNonNull(blobs.get(key)).bytes;
  }

  synchronized boolean has(BlobKey key) {
    return blobs.containsKey(key);
  }

  synchronized long count(String call) {
    return calls.stream().filter(one -> one.startsWith(call)).count();
  }

  @Override
  public void close() {}
}
