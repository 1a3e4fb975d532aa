package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;

/** What the fields of the index are called, and how ids stand in them. */
final class IndexFields {
  /** Another number makes every index anew. */
  static final int SCHEMA = 1;

  /** The record a place belongs to; a term, for finding and removing all its places. */
  static final String ID = "id";

  /** The same id by place. */
  static final String RECORD = "record";

  /** What leads to the interview: the transcript of a segment, else the record itself. */
  static final String OWNER = "owner";

  static final String KIND = "kind";
  static final String TEXT = "text";
  static final String BY = "by";
  static final String DAY = "day";

  /** Order among the places of one owner; the day of an interview. */
  static final String AT = "at";

  /** Tells whether the record changed since. */
  static final String STAMP = "stamp";

  /** The ids a record points to, one after the other, zeros for none. */
  static final String LINKS = "links";

  static final int ID_BYTES = 16;

  private IndexFields() {}

  static BytesRef bytes(RecordId id) {
    return new BytesRef(Uuids.bytes(id.value()));
  }

  static RecordId id(BytesRef bytes) {
    return new RecordId(
        Uuids.of(Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + ID_BYTES)));
  }

  static BytesRef links(Optional<RecordId> first, Optional<RecordId> second) {
    ByteBuffer links = ByteBuffer.allocate(2 * ID_BYTES);
    links.put(Uuids.bytes(first.map(RecordId::value).orElse(new UUID(0, 0))));
    links.put(Uuids.bytes(second.map(RecordId::value).orElse(new UUID(0, 0))));
    return new BytesRef(links.array());
  }

  static Optional<RecordId> link(BytesRef links, int number) {
    RecordId id = id(new BytesRef(links.bytes, links.offset + number * ID_BYTES, ID_BYTES));
    return id.value().equals(new UUID(0, 0)) ? Optional.empty() : Optional.of(id);
  }
}
