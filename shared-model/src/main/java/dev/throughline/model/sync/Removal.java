package dev.throughline.model.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person's word that these very records are meant to go to the trash together. Each of the
 * operations carries it as the field {@link #FIELD}; it fits no other set of records.
 *
 * @param digest SHA-256 over the sorted ids joined by newlines, as hexadecimal digits
 */
public record Removal(int count, String digest) {
  /** The name under which a trash operation carries it. It is no field of the record. */
  public static final String FIELD = "removal";

  /** More than this at once is much, however large the workspace. */
  public static final int COUNT_MAX = 200;

  /** In a workspace of at least so many records, more than one in {@link #SHARE} is much. */
  public static final int RECORDS_MIN = 40;

  /** One in twenty: 5 %. */
  public static final int SHARE = 20;

  /**
   * Whether so many removals need a person's word.
   *
   * @param removed records that leave the view for the trash in one gesture, push or pull
   * @param of all records of the workspace that are not in the trash before; beyond {@code SHARE *
   *     COUNT_MAX} any number gives the same answer
   */
  public static boolean isMass(long removed, long of) {
    return removed > COUNT_MAX || (of >= RECORDS_MIN && removed * SHARE > of);
  }

  /** The word for these records; the same in whatever order they come. */
  public static Removal of(Collection<RecordId> records) {
    String ids =
        records.stream()
            .map(RecordId::toString)
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n"));
    int count = (int) records.stream().distinct().count();
    return new Removal(count, sha256(ids));
  }

  /** What an operation carries; empty when it is of another shape. */
  public static Optional<Removal> from(Value value) {
    return value instanceof Value.Entries(var members)
            && members.get("count") instanceof Value.Whole(long count)
            && count == (int) count
            && members.get("digest") instanceof Value.Text(String digest)
        ? Optional.of(new Removal((int) count, digest))
        : Optional.empty();
  }

  public Value toValue() {
    return new Value.Entries(Map.of("count", Value.whole(count), "digest", Value.text(digest)));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
