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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes one exchange moves, either way, and holds the part it is about, so that nothing
 * that outlives the exchange does. Any thread.
 */
final class Moved {
  private static final int PARTIAL = 206;
  private static final byte[] NOTHING = new byte[0];

  private final AtomicLong bytes = new AtomicLong();
  private final int stretch;
  private volatile byte[] part;
  private volatile boolean isWhole;

  private Moved(int stretch, byte[] part) {
    this.stretch = stretch;
    this.part = part;
  }

  /** Of an exchange of messages. */
  static Moved messages() {
    return new Moved(0, NOTHING);
  }

  /** Of one that sends a part. */
  static Moved sending(byte[] part) {
    return new Moved(0, part);
  }

  /** Of one that is answered with a stretch of so many bytes, which is in memory once. */
  static Moved taking(int length) {
    return new Moved(length, NOTHING);
  }

  long count() {
    return bytes.get();
  }

  /** Whether the stretch came, as long as it should be. */
  boolean isWhole() {
    return isWhole;
  }

  /** The part, which is let go of. */
  byte[] release() {
    byte[] its = part;
    part = NOTHING;
    return its;
  }

  /** The part to send; can be asked for again, as after a renewed token. */
  InputStream reading() {
    return new InputStream() {
      private int at;

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

  /** Takes a message of at most so many bytes, or the stretch; a longer one is given up. */
  BodyHandler<byte[]> counting(int bytesMax) {
    BodyHandler<byte[]> limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax);
    return (HttpResponse.ResponseInfo info) ->
        new Counting(
            stretch > 0 && info.statusCode() == PARTIAL
                ? BodySubscribers.limiting(new Stretch(), stretch)
                : limited.apply(info));
  }

  /** Takes a body of a length that is known; pieces are not kept beside the whole. */
  private final class Stretch implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> end = new CompletableFuture<>();
    private int at;

    @Override
    public CompletionStage<byte[]> getBody() {
      return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      part = new byte[stretch];
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
      byte[] all = part;
      for (ByteBuffer piece : pieces) {
        int length = piece.remaining();
        if (length > all.length - at) {
          end.completeExceptionally(new IOException("nobody waits for it any more"));
          return;
        }
        piece.get(all, at, length);
        at += length;
      }
    }

    @Override
    public void onError(Throwable why) {
      end.completeExceptionally(why);
    }

    @Override
    public void onComplete() {
      isWhole = at == stretch;
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
