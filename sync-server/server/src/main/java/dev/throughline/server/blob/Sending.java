package dev.throughline.server.blob;

import dev.throughline.server.blob.store.BlobVersion;
import dev.throughline.server.blob.store.StorePlace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Sends a version, or a stretch of it, in pieces. */
@Component
final class Sending {
  private static final Logger log = LoggerFactory.getLogger(Sending.class);
  private static final int CHUNK_BYTES = 64 << 10;

  private final StorePlace store;

  Sending(StorePlace store) {
    this.store = store;
  }

  /** Opened before the first byte of the answer, so that a store that is away is a problem. */
  void send(
      BlobVersion version, long size, HttpServletRequest request, HttpServletResponse response) {
    Optional<String> header = Optional.ofNullable(request.getHeader(HttpHeaders.RANGE));
    ByteRange range =
        header.map(text -> ByteRange.of(text, size)).orElseGet(() -> new ByteRange(0, size));
    try (InputStream in = store.get().read(version, range.from(), range.length())) {
      response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
      response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
      response.setContentLengthLong(range.length());
      if (header.isPresent()) {
        response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
        response.setHeader(HttpHeaders.CONTENT_RANGE, range.of(size));
      }
      copy(in, response.getOutputStream());
    } catch (IOException e) {
      // The answer is shorter than it said, which tells whoever reads it.
      log.info("A download ended early ({}).", e.getClass().getSimpleName());
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      out.write(chunk, 0, read);
    }
  }
}
