package dev.throughline.desktop.blob;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes one exchange moves, either way. Any thread. */
final class Moved {
  private final AtomicLong bytes = new AtomicLong();

  long count() {
    return bytes.get();
  }

  /** A body to send; can be asked for again, as after a renewed token. */
  InputStream reading(byte[] body) {
    return new ByteArrayInputStream(body) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        int count = super.read(into, from, length);
        bytes.addAndGet(Math.max(0, count));
        return count;
      }
    };
  }

  /** Takes a body of at most so many bytes; a longer one is given up. */
  BodyHandler<byte[]> counting(int bytesMax) {
    BodyHandler<byte[]> limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax);
    return (HttpResponse.ResponseInfo info) -> new Counting(limited.apply(info));
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
