package dev.throughline.server.log;

import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.RecordState;

/** How one operation meets one record; {@link Merge#apply} in every real server. */
@FunctionalInterface
public interface Merger {
  Merge.Result apply(RecordState state, Op op, Merge.Writer writer, long seq, Merge.Past past);
}
