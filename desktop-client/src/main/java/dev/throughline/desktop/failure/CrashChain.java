package dev.throughline.desktop.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exception and what caused it, outermost first; ends even where causes form a ring. */
final class CrashChain {
  static final int CAUSES_MAX = 8;

  private CrashChain() {}

  static List<Throwable> of(Throwable crash) {
    List<Throwable> chain = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    @Nullable Throwable next = crash;
    while (next != null && chain.size() < CAUSES_MAX && seen.add(next)) {
      chain.add(next);
      next = next.getCause();
    }
    return chain;
  }
}
