package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.sync.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The latest that others did to each record; only the newest of them are kept. */
final class ArrivalTable implements Arrivals {
  /** Rows kept; nobody reads further back than this after weeks away. */
  private static final int KEPT_MAX = 2_000;

  private static final String COLUMNS = "author, record, kind, is_new, seq, at";

  private final Connection connection;

  ArrivalTable(Connection connection) {
    this.connection = connection;
  }

  private record Key(String author, RecordId record, String kind) {}

  /** Takes in the changes of one pull; {@code known} are the records as they were before. */
  @Override
  public void take(List<Change> changes, Map<RecordId, RecordView> known, String ownDevice)
      throws SQLException {
    Map<Key, Arrival> latest = new HashMap<>();
    for (Change change : changes) {
      boolean isOthers = !change.device().equals(ownDevice) && !change.device().equals("server");
      if (isOthers) {
        Optional<RecordView> before = Optional.ofNullable(known.get(change.record()));
        RecordId whole = whole(change, before);
        latest.put(
            new Key(change.author(), whole, change.kind()),
            new Arrival(
                change.author(),
                whole,
                change.kind(),
                before.isEmpty(),
                change.seq(),
                change.atMillis()));
      }
    }
    if (!latest.isEmpty()) {
      put(latest.values());
      prune();
    }
  }

  private static RecordId whole(Change change, Optional<RecordView> before) {
    Optional<Kind> kind = Kinds.named(change.kind());
    boolean isPart =
        kind.flatMap(k -> k.field(k.rank()))
            .filter(field -> field.type() instanceof FieldType.Number)
            .isPresent();
    if (!isPart) {
      return change.record();
    }
    String parent = kind.map(Kind::parent).orElse("");
    return new FieldMap(change.fields())
        .reference(parent)
        .or(() -> before.flatMap(view -> new FieldMap(view.fields()).reference(parent)))
        .orElse(change.record());
  }

  private void put(Collection<Arrival> arrivals) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            "merge into arrival("
                + COLUMNS
                + ") key(author, record, kind) values(?, ?, ?, ?, ?, ?)")) {
      for (Arrival arrival : arrivals) {
        merge.setString(1, arrival.author());
        merge.setObject(2, arrival.record().value());
        merge.setString(3, arrival.kind());
        merge.setBoolean(4, arrival.isNew());
        merge.setLong(5, arrival.seq());
        merge.setLong(6, arrival.atMillis());
        merge.addBatch();
      }
      merge.executeBatch();
    }
  }

  private void prune() throws SQLException {
    String sql =
        """
        delete from arrival where seq <
          (select coalesce(max(seq), 0) from
            (select seq from arrival order by seq desc offset ? rows fetch next 1 row only))
        """;
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setInt(1, KEPT_MAX);
      delete.executeUpdate();
    }
  }

  /** Latest first. */
  @Override
  public List<Arrival> after(long seq, int countMax) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + " from arrival where seq > ? order by seq desc fetch first ? rows only")) {
      query.setLong(1, seq);
      query.setInt(2, countMax);
      List<Arrival> arrivals = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          arrivals.add(
              new Arrival(
                  row.getString(1),
                  new RecordId(row.getObject(2, UUID.class)),
                  row.getString(3),
                  row.getBoolean(4),
                  row.getLong(5),
                  row.getLong(6)));
        }
      }
      return arrivals;
    }
  }
}
