package dev.throughline.server.blob.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tickets of this server: what is allowed, until when, and HMAC-SHA-256 over both, each in base64
 * for addresses, with a full stop between. Whoever has one needs no other leave.
 */
final class TicketSeal {
  private static final String HMAC = "HmacSHA256";
  private static final String PUT = "put";
  private static final String READ = "read";
  private static final int LENGTH_MAX = 1_000;

  private final SecretKeySpec key;
  private final InstantSource clock;

  TicketSeal(byte[] key, InstantSource clock) {
    this.key = new SecretKeySpec(key, HMAC);
    this.clock = clock;
  }

  String seal(TicketUse use, Instant until) {
    List<String> words =
        switch (use) {
          case TicketUse.PutPart(Upload upload, int index, String digest) ->
              words(PUT, until, upload.key(), upload.id().toString(), index + " " + digest);
          case TicketUse.ReadVersion(BlobVersion version) ->
              words(READ, until, version.key(), version.name(), "-");
        };
    byte[] text = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
    return base64(text) + "." + base64(mac(text));
  }

  private static List<String> words(
      String verb, Instant until, BlobKey of, String name, String more) {
    return List.of(
        verb,
        String.valueOf(until.toEpochMilli()),
        of.workspace().toString(),
        of.record().toString(),
        of.role(),
        name,
        more);
  }

  /** What it allows; empty when it was changed, is too old or is none. */
  Optional<TicketUse> open(String token) {
    String[] halves = token.split("\\.", -1);
    if (token.length() > LENGTH_MAX || halves.length != 2) {
      return Optional.empty();
    }
    try {
      byte[] text = Base64.getUrlDecoder().decode(halves[0]);
      boolean isOurs = MessageDigest.isEqual(mac(text), Base64.getUrlDecoder().decode(halves[1]));
      return isOurs ? use(new String(text, StandardCharsets.UTF_8).split("\n")) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Optional<TicketUse> use(String[] words) {
    if (clock.millis() >= Long.parseLong(words[1])) {
      return Optional.empty();
    }
    BlobKey key = new BlobKey(WorkspaceId.of(words[2]), RecordId.of(words[3]), words[4]);
    if (words[0].equals(READ)) {
      return Optional.of(new TicketUse.ReadVersion(new BlobVersion(key, words[5])));
    }
    String[] part = words[6].split(" ");
    return Optional.of(
        new TicketUse.PutPart(
            new Upload(key, UUID.fromString(words[5]), words[5]),
            Integer.parseInt(part[0]),
            part[1]));
  }

  private byte[] mac(byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
