package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Change;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The latest that others did to each record; only the newest of them are kept. */
public interface Arrivals {
  /** Takes in the changes of one pull; {@code known} are the records as they were before. */
  void take(List<Change> changes, Map<RecordId, RecordView> known, String ownDevice)
      throws SQLException;

  /** Latest first. */
  List<Arrival> after(long seq, int countMax) throws SQLException;
}
