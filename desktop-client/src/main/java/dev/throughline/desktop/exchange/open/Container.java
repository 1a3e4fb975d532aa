package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.exchange.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The files of an export, wherever they lie; names are relative, with slashes. */
interface Container extends Closeable {
  /** More files than an export can have; the rest is not looked at. */
  int FILES_MAX = 250_000;

  /** Its names lead outside, stand twice or are too many, or it unpacks to absurd sizes. */
  final class Hostile extends IOException {
    private static final long serialVersionUID = 1;

    Hostile(String message) {
      super(message);
    }
  }

  List<String> names();

  /** A file by its name; empty when there is none. */
  Optional<ByteSource> file(String name) throws IOException;

  /** Whether a name stays inside, on every system. */
  static boolean isInside(String name) {
    if (name.isEmpty()
        || name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.indexOf('\0') >= 0) {
      return false;
    }
    boolean isDrive = name.length() > 1 && name.charAt(1) == ':';
    return !isDrive
        && List.of(name.split("/", -1)).stream().noneMatch(List.of("", ".", "..")::contains);
  }
}
