package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.value.Value;
import dev.throughline.server.blob.store.StoredPart;
import dev.throughline.server.http.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Manifests, sessions and blobs as messages. */
final class Manifests {
  static final String SIZE = "size";
  static final String PARTS = "parts";

  private Manifests() {}

  /**
   * The manifest in a body; empty when there is neither member.
   *
   * @throws dev.throughline.server.http.ProblemException when it is none
   */
  static Optional<BlobManifest> read(Members members) {
    Optional<Long> size = members.size(SIZE);
    Optional<List<String>> parts = members.texts(PARTS, BlobManifest.PARTS_MAX);
    if (size.isPresent() != parts.isPresent()) {
      throw Members.malformed("size and parts go together.");
    }
    try {
      return size.map(bytes -> new BlobManifest(bytes, parts.orElseThrow()));
    } catch (IllegalArgumentException e) {
      throw Members.malformed(String.valueOf(e.getMessage()));
    }
  }

  static Value shown(BlobManifest manifest) {
    Map<String, Value> members = new TreeMap<>();
    members.put("blob", Value.text(manifest.id()));
    members.put(SIZE, Value.whole(manifest.size()));
    members.put(PARTS, new Value.Items(manifest.parts().stream().map(Value::text).toList()));
    return new Value.Entries(members);
  }

  /**
   * A session with what is there, and what is missing where that is known.
   *
   * @param begun what came of parts that were cut off
   */
  static Value shown(UploadRow upload, List<StoredPart> there, List<StoredPart> begun) {
    Map<String, Value> members = new TreeMap<>();
    members.put("session", Value.text(upload.id().toString()));
    members.put("record", Value.text(upload.key().record().toString()));
    members.put("role", Value.text(upload.key().role()));
    members.put("state", Value.text(upload.isOpen() ? "open" : upload.state().wireName()));
    members.put("partBytes", Value.whole(BlobManifest.PART_BYTES));
    members.put("there", new Value.Items(there.stream().map(Manifests::part).toList()));
    members.put("begun", new Value.Items(begun.stream().map(Manifests::part).toList()));
    upload.manifest().ifPresent(manifest -> members.put("missing", missing(manifest, there)));
    return new Value.Entries(members);
  }

  private static Value missing(BlobManifest manifest, List<StoredPart> there) {
    Map<Integer, StoredPart> byIndex = new HashMap<>();
    there.forEach(part -> byIndex.put(part.index(), part));
    return new Value.Items(
        IntStream.range(0, manifest.parts().size())
            .filter(at -> !Completing.isThat(manifest, at, Optional.ofNullable(byIndex.get(at))))
            .mapToObj(at -> Value.whole(at))
            .toList());
  }

  private static Value part(StoredPart part) {
    Map<String, Value> members = new TreeMap<>();
    members.put("index", Value.whole(part.index()));
    members.put("bytes", Value.whole(part.length()));
    members.put("sha256", Value.text(part.digest().orElse("")));
    return new Value.Entries(members);
  }

  /** How far a blob is, for whoever waits for it. */
  static Value standing(
      Optional<BlobRow> blob, Optional<UploadRow> upload, UploadRows.Amount amount) {
    Map<String, Value> members = new TreeMap<>();
    members.put("state", Value.text(state(blob, upload)));
    blob.ifPresent(
        its -> {
          members.put("blob", Value.text(its.manifest().id()));
          members.put(SIZE, Value.whole(its.manifest().size()));
          members.put(PARTS, Value.whole(its.manifest().parts().size()));
          members.put("completedAt", Value.whole(its.completedAt().toEpochMilli()));
          its.keptUntil()
              .ifPresent(until -> members.put("keptUntil", Value.whole(until.toEpochMilli())));
        });
    upload.ifPresent(
        its -> {
          members.put("session", Value.text(its.id().toString()));
          members.put("partsThere", Value.whole(amount.parts()));
          members.put("bytesThere", Value.whole(amount.bytes()));
          its.manifest()
              .ifPresent(
                  manifest -> {
                    members.put(SIZE, Value.whole(manifest.size()));
                    members.put(PARTS, Value.whole(manifest.parts().size()));
                  });
        });
    return new Value.Entries(members);
  }

  private static String state(Optional<BlobRow> blob, Optional<UploadRow> upload) {
    if (upload.isPresent()) {
      return upload.get().manifest().isPresent() ? "sending" : "growing";
    }
    return blob.map(its -> its.state().wireName()).orElse("absent");
  }
}
