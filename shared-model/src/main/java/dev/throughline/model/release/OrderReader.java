package dev.throughline.model.release;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.RollbackOrder.Words;
import dev.throughline.model.signing.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads orders; accepts only the bytes that {@link Words#bytes} would write. */
final class OrderReader {
  private static final Set<String> MEMBERS =
      Set.of(
          "schema",
          "handoff",
          "release",
          "generation",
          "version",
          "purpose",
          "number",
          "to",
          "reason",
          "failed");

  private OrderReader() {}

  static Optional<Words> read(byte[] bytes) {
    if (!(Json.parse(bytes) instanceof Json.Parsed.Read(Json.Members(var its)))
        || !its.keySet().equals(MEMBERS)) {
      return Optional.empty();
    }
    Optional<RecordId> handoff = RecordId.parse(text(its.get("handoff")));
    Optional<RecordId> release = RecordId.parse(text(its.get("release")));
    if (handoff.isEmpty() || release.isEmpty()) {
      return Optional.empty();
    }
    Words words =
        new Words(
            handoff.get(),
            release.get(),
            whole(its, "generation"),
            whole(its, "version"),
            Purpose.of(text(its.get("purpose"))),
            whole(its, "number"),
            whole(its, "to"),
            text(its.get("reason")),
            ids(its.get("failed")));
    boolean isSound =
        Arrays.equals(words.bytes(), bytes)
            && words.reason().length() <= RollbackOrder.REASON_LENGTH_MAX
            && words.generation() > 0
            && words.number() > 0
            && words.to() >= 0
            && words.to() < words.version();
    return isSound ? Optional.of(words) : Optional.empty();
  }

  private static List<RecordId> ids(@Nullable Json json) {
    List<RecordId> ids = new ArrayList<>();
    if (json instanceof Json.Items(var items)) {
      items.forEach(one -> RecordId.parse(text(one)).ifPresent(ids::add));
    }
    return ids;
  }

  private static long whole(Map<String, Json> members, String name) {
    return members.get(name) instanceof Json.Number(double value) ? (long) value : -1;
  }

  private static String text(@Nullable Json json) {
    return json instanceof Json.Text(String text) ? text : "";
  }
}
