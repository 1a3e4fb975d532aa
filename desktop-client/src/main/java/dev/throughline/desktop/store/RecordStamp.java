package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import java.util.Arrays;

/**
 * Tells whether a record is as it was, without its content: the stamp is another as soon as a field
 * or the trash changed.
 */
public record RecordStamp(RecordId id, String kind, boolean trashed, int stamp) {
  public static RecordStamp of(RecordView view) {
    return of(view.id(), view.kind(), view.trashed(), RecordTable.bytes(view.fields()));
  }

  static RecordStamp of(RecordId id, String kind, boolean trashed, byte[] fields) {
    return new RecordStamp(id, kind, trashed, Arrays.hashCode(fields) * 31 + (trashed ? 1 : 0));
  }
}
