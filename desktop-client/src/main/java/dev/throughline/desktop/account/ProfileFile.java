package dev.throughline.desktop.account;

import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code profile.json}: what must be readable before any key is there.
 *
 * @param keyByCode the profile key sealed under the recovery code
 * @param codeByKey the recovery code sealed under the profile key, so that it can be shown later
 * @param recoverySaved whether the person said that the code is kept somewhere safe
 */
record ProfileFile(
    String id, String keyId, byte[] keyByCode, byte[] codeByKey, boolean recoverySaved) {
  private static final String NAME = "profile.json";
  private static final long VERSION = 1;

  static Optional<ProfileFile> read(Path profile) throws UserError {
    Path file = profile.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Value value = WireFormat.VALUE.decode(Files.readAllBytes(file), Encoding.JSON);
      if (!(value instanceof Value.Entries(var members))) {
        throw new MalformedMessage("not an object");
      }
      FieldMap fields = new FieldMap(members);
      requireKnownVersion(fields.whole("version"));
      requireNames(fields);
      return Optional.of(
          new ProfileFile(
              fields.text("id"),
              fields.text("keyId"),
              HexFormat.of().parseHex(fields.text("keyByCode")),
              HexFormat.of().parseHex(fields.text("codeByKey")),
              new Value.Flag(true).equals(members.get("recoverySaved"))));
    } catch (IOException | MalformedMessage | IllegalArgumentException e) {
      throw new UserError(
          "PRO-03",
          "The profile's description (profile.json) cannot be read. Nothing was changed. Put back"
              + " a copy of that file, or open another profile with --profile.",
          e);
    }
  }

  void write(Path profile) throws IOException {
    Value value =
        new Value.Entries(
            Map.of(
                "version", Value.whole(VERSION),
                "id", Value.text(id),
                "keyId", Value.text(keyId),
                "keyByCode", Value.text(HexFormat.of().formatHex(keyByCode)),
                "codeByKey", Value.text(HexFormat.of().formatHex(codeByKey)),
                "recoverySaved", new Value.Flag(recoverySaved)));
    AtomicFile.write(profile.resolve(NAME), WireFormat.VALUE.encode(value, Encoding.JSON));
  }

  /** The id becomes the name of a key in a vault, so it must be nothing but an id. */
  private static void requireNames(FieldMap fields) {
    UUID.fromString(fields.text("id"));
    if (fields.text("keyId").isEmpty()) {
      throw new MalformedMessage("no key id");
    }
  }

  private static void requireKnownVersion(Optional<Long> version) throws UserError {
    if (version.isEmpty()) {
      throw new MalformedMessage("no version");
    }
    if (version.get() > VERSION) {
      throw new UserError(
          "PRO-02",
          "This profile was written by a newer version of Throughline. Nothing was changed. Update"
              + " Throughline, or open another profile with --profile.");
    }
  }
}
