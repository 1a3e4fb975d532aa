package dev.throughline.server.notice;

import java.util.Optional;

/** One way out of the server. */
interface Channel extends AutoCloseable {
  /** As metrics and operators know it. */
  String name();

  /** Returns why it was not taken, in words without secrets or addresses; empty when it was. */
  Optional<String> deliver(Notice notice);

  @Override
  default void close() {}
}
