package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads many records in one go, so that long lists do not ask row by row. */
public interface Listings {
  /** The ids of a kind outside the trash, highest rank first. */
  List<RecordId> newestIds(String kind, int countMax) throws SQLException;

  /** The children outside the trash, by parent, rank and id. */
  List<RecordView> childrenOf(String kind, Collection<RecordId> parents) throws SQLException;

  /** Where records stand; in no order. */
  List<RecordPlace> places(Collection<RecordId> records) throws SQLException;

  /** Parents of those records of a kind that the newest operations are on. */
  Set<RecordId> waitingParents(String kind, int opCountMax) throws SQLException;

  /** Every record by id, whatever its workspace, kind and state. */
  List<RecordStamp> stamps(UUID after, int countMax) throws SQLException;

  long count() throws SQLException;

  /** Records that are not in the trash; counts no further than {@code countMax}. */
  int live(int countMax) throws SQLException;

  /** Records of a kind in the trash, what changed last first. */
  List<RecordView> trashed(String kind, int countMax) throws SQLException;
}
