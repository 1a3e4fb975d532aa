package dev.throughline.model.sync;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Abilities a client and a server may each have. What both name at hello may be used. */
public enum Feature {
  /** Bodies compressed with zstd (RFC 8878). */
  ZSTD("zstd"),
  /** Text edits whose base travels inline. */
  INLINE_BASE("inline-base"),
  /** Hints over server-sent events. */
  HINTS("hints"),
  /** The welcome says what one may do, and pulls name its tag. */
  STANDING("standing"),
  /** The welcome says how many approvals Kernel takes. */
  KERNEL_APPROVALS("kernel-approvals");

  public static final Set<String> OURS =
      Arrays.stream(values()).map(Feature::wireName).collect(Collectors.toUnmodifiableSet());

  private final String wireName;

  Feature(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
