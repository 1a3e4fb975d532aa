package dev.throughline.trials.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection through a relay: a thread each, both ways, for what goes in and what comes out.
 */
final class Pair {
  private static final int PIECE_BYTES = 8 << 10;

  /** What may be on the link at once, of one connection. */
  private static final int PIECES_MAX = 128;

  /** So much may wait for the link, that it is never idle because this computer was busy. */
  private static final long AHEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  private static final Piece END = new Piece(new byte[0], 0);

  private record Piece(byte[] bytes, long arrival) {}

  private final Socket near;
  private final Socket far;
  private final Relay relay;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Way last = Way.UP;
  private volatile boolean isSilent;

  Pair(Socket near, Socket far, Relay relay) {
    this.near = near;
    this.far = far;
    this.relay = relay;
  }

  void start() {
    Thread.ofVirtual().start(() -> enter(Way.UP, near, far));
    Thread.ofVirtual().start(() -> enter(Way.DOWN, far, near));
  }

  /** Which way bytes went last. */
  Way last() {
    return last;
  }

  private void enter(Way way, Socket from, Socket to) {
    BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(PIECES_MAX);
    Thread leaving = Thread.ofVirtual().start(() -> leave(underWay, to));
    try {
      if (way == Way.UP) {
        // Until the other side is known to be there.
        rest(relay.link().roundTrip().toMillis());
      }
      InputStream in = from.getInputStream();
      byte[] buffer = new byte[PIECE_BYTES];
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        byte[] some = java.util.Arrays.copyOf(buffer, length);
        last = way;
        relay.meet(this, way, some);
        if (isSilent) {
          closed.await();
        }
        Wire wire = relay.wire(way);
        long left = wire.leave(System.nanoTime(), length);
        await(left - AHEAD_NANOS);
        underWay.put(new Piece(some, wire.arrive(left)));
      }
      underWay.put(END);
    } catch (IOException _) {
      // One side left; the other is closed with it.
      leaving.interrupt();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void leave(BlockingQueue<Piece> underWay, Socket to) {
    try {
      for (Piece piece = underWay.take(); piece != END; piece = underWay.take()) {
        await(piece.arrival());
        to.getOutputStream().write(piece.bytes());
      }
    } catch (IOException | InterruptedException _) {
      // It was cut off.
    } finally {
      close();
      // Whoever waits to put something in finds out that it is closed.
      underWay.clear();
    }
  }

  private static void await(long nanoTime) {
    long left = nanoTime - System.nanoTime();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = nanoTime - System.nanoTime();
    }
  }

  /** Moves nothing for so long, or until it is closed. */
  void rest(long millis) throws InterruptedException {
    closed.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Moves nothing any more. */
  void silence() {
    isSilent = true;
  }

  /** Cuts both sides off, as a router does that was started anew. */
  void reset() {
    for (Socket socket : new Socket[] {near, far}) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException _) {
        // It is closed already.
      }
    }
    close();
  }

  private void close() {
    closed.countDown();
    relay.ended(this);
    for (Socket socket : new Socket[] {near, far}) {
      try {
        socket.close();
      } catch (IOException _) {
        // Nothing can be done about it.
      }
    }
  }
}
