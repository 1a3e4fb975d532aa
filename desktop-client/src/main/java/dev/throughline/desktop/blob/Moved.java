package dev.throughline.desktop.blob;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes one exchange moves, either way, and holds what it sends or takes, so that
 * nothing that outlives the exchange does. Any thread.
 */
final class Moved {
  static final String CONTENT_RANGE = "Content-Range";

  private static final int SUCCESS = 200;
  private static final int SUCCESS_END = 300;
  private static final int PARTIAL = 206;
  private static final byte[] NOTHING = new byte[0];

  private final AtomicLong bytes = new AtomicLong();
  private final int from;
  private final String range;
  private volatile byte[] part;
  private Optional<Coming> coming;

  private Moved(byte[] part, int from, Optional<Coming> coming, String range) {
    this.part = part;
    this.from = from;
    this.coming = coming;
    this.range = range;
  }

  /** Of an exchange of messages. */
  static Moved messages() {
    return new Moved(NOTHING, 0, Optional.empty(), "");
  }

  /** Of one that sends a part from there to its end. */
  static Moved sending(byte[] part, int from) {
    return new Moved(part, from, Optional.empty(), "");
  }

  /**
   * Of one that is answered with what is missing of a stretch.
   *
   * @param range first and last byte of that in the blob, as the answer has to name them
   */
  static Moved taking(Coming coming, String range) {
    return new Moved(NOTHING, 0, Optional.of(coming), range);
  }

  long count() {
    return bytes.get();
  }

  /** Lets go: whatever this exchange still does, it changes nothing any more. */
  synchronized void release() {
    part = NOTHING;
    coming = Optional.empty();
  }

  private synchronized boolean take(ByteBuffer piece) {
    return coming.filter(its -> its.add(piece)).isPresent();
  }

  private synchronized int missing() {
    return coming.map(its -> its.length() - its.came()).orElse(0);
  }

  /** What is sent; can be asked for again, as after a renewed token. */
  InputStream reading() {
    return new InputStream() {
      private int at = from;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        byte[] all = part;
        int count = Math.min(length, all.length - at);
        if (count <= 0) {
          return length == 0 ? 0 : -1;
        }
        System.arraycopy(all, at, into, from, count);
        at += count;
        bytes.addAndGet(count);
        return count;
      }
    };
  }

  /**
   * Takes a message of at most so many bytes, or what is missing of the stretch; a longer one is
   * given up, and so is another stretch, before any of it is taken for the right one.
   */
  BodyHandler<byte[]> counting(int bytesMax) {
    BodyHandler<byte[]> limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax);
    return (HttpResponse.ResponseInfo info) ->
        new Counting(range.isEmpty() || !isGood(info) ? limited.apply(info) : stretch(info));
  }

  private static boolean isGood(HttpResponse.ResponseInfo info) {
    return info.statusCode() >= SUCCESS && info.statusCode() < SUCCESS_END;
  }

  private BodySubscriber<byte[]> stretch(HttpResponse.ResponseInfo info) {
    boolean isIt =
        info.statusCode() == PARTIAL
            && info.headers()
                .firstValue(CONTENT_RANGE)
                .filter(text -> text.startsWith("bytes " + range + "/"))
                .isPresent();
    return BodySubscribers.limiting(new Stretch(), isIt ? missing() : 0);
  }

  /** Takes a body of a length that is known; pieces are not kept beside the whole. */
  private final class Stretch implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> end = new CompletableFuture<>();

    @Override
    public CompletionStage<byte[]> getBody() {
      return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
      if (!pieces.stream().allMatch(Moved.this::take)) {
        end.completeExceptionally(new IOException("nobody waits for it any more"));
      }
    }

    @Override
    public void onError(Throwable why) {
      end.completeExceptionally(why);
    }

    @Override
    public void onComplete() {
      end.complete(NOTHING);
    }
  }

  private final class Counting implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> inner;

    Counting(BodySubscriber<byte[]> inner) {
      this.inner = inner;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return inner.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      inner.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      buffers.forEach(buffer -> bytes.addAndGet(buffer.remaining()));
      inner.onNext(buffers);
    }

    @Override
    public void onError(Throwable why) {
      inner.onError(why);
    }

    @Override
    public void onComplete() {
      inner.onComplete();
    }
  }
}
