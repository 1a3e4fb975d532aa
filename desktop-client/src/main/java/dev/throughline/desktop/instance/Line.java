package dev.throughline.desktop.instance;

import dev.throughline.desktop.platform.Patience;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** One conversation over the socket; nothing on it waits longer than its patience. */
final class Line implements AutoCloseable {
  private final SocketChannel channel;
  private final Selector selector;
  private final Patience patience;

  Line(SocketChannel channel, Duration patience) throws IOException {
    this.channel = channel;
    this.selector = Selector.open();
    this.patience = Patience.of(patience);
    channel.configureBlocking(false);
  }

  /** Exactly that many bytes. */
  byte[] read(int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      await(SelectionKey.OP_READ);
      if (channel.read(buffer) < 0) {
        throw new IOException("the other side hung up");
      }
    }
    return buffer.array();
  }

  void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      await(SelectionKey.OP_WRITE);
      channel.write(buffer);
    }
  }

  private void await(int operation) throws IOException {
    channel.register(selector, operation);
    long left = patience.left().toMillis();
    if (left <= 0 || selector.select(left) == 0) {
      throw new IOException("the other side says nothing");
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}
