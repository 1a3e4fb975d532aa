package dev.throughline.desktop.exchange.open;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of files with their SHA-256, in the form that {@code sha256sum -c} reads. */
record Checksums(SortedMap<String, String> byPath) {
  static final String FILE = "checksums.sha256";
  static final int BYTES_MAX = 64 << 20;

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.{1,1000})");

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> file : byPath.entrySet()) {
      text.append(file.getValue()).append("  ").append(file.getKey()).append('\n');
    }
    return text.toString();
  }

  /** Empty when any line is something else. */
  static Optional<Checksums> read(InputStream in) throws IOException {
    SortedMap<String, String> byPath = new TreeMap<>();
    byte[] bytes = in.readNBytes(BYTES_MAX);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new java.io.ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || byPath.put(matcher.group(2), matcher.group(1)) != null) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Checksums(byPath));
  }
}
