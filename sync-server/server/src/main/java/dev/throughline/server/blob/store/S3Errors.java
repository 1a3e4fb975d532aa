package dev.throughline.server.blob.store;

import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** What a bucket's refusals mean. */
final class S3Errors {
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;

  /** Another one was first, or is at it (RFC 9110, and S3's answer to two at once). */
  static final Set<Integer> NOT_FIRST = Set.of(409, 412);

  /** No version of that name can be there, or it is a mark of a deletion. */
  static final Set<Integer> ABSENT = Set.of(400, NOT_FOUND, 405);

  private S3Errors() {}

  static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new StoreAway(e);
    }
  }
}
