package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDatabase;
import dev.throughline.server.log.Hash;
import dev.throughline.server.log.Payload;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Checks the whole log against its own promises, straight from the tables. */
final class LogAudit {
  private record Row(
      long seq, long commit, UUID record, byte[] payload, byte[] salt, byte[] commitment) {}

  private final List<Row> rows = new ArrayList<>();
  private final Map<UUID, SortedMap<String, Value>> states = new HashMap<>();
  private final List<Hash> chains = new ArrayList<>();
  private final List<Long> commitEnds = new ArrayList<>();
  private long head;

  LogAudit() {
    try (Connection app = TestDatabase.asApp()) {
      app.setAutoCommit(false);
      query(
          app,
          """
          select set_config('throughline.workspace', workspace_id::text, true)
            from sync.installation\
          """,
          _ -> {});
      query(app, "select seq from sync.workspace_head", row -> head = row.getLong(1));
      query(
          app,
          """
          select seq, commit_last_seq, record_id, payload, salt, commitment
            from sync.change_log order by seq\
          """,
          row ->
              rows.add(
                  new Row(
                      row.getLong(1),
                      row.getLong(2),
                      row.getObject(3, UUID.class),
                      row.getBytes(4),
                      row.getBytes(5),
                      row.getBytes(6))));
      query(
          app,
          "select record_id, fields from sync.record_state",
          row -> states.put(row.getObject(1, UUID.class), StateJson.fields(row.getString(2))));
      query(
          app,
          "select last_seq, chain from sync.change_commit order by last_seq",
          row -> {
            commitEnds.add(row.getLong(1));
            chains.add(Hash.of(row.getBytes(2)));
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gap-free numbers, true commitments, a chain that holds, states that are the log's sum. */
  void assertSound() {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      assertThat(row.seq()).isEqualTo(i + 1);
      assertThat(Hash.over(row.salt(), row.payload())).isEqualTo(Hash.of(row.commitment()));
    }
    assertThat(rows.size()).isEqualTo(head);
    assertChain();
    Map<RecordId, SortedMap<String, Value>> summed = new HashMap<>();
    rows.forEach(
        row ->
            summed
                .computeIfAbsent(new RecordId(row.record()), _ -> new TreeMap<>())
                .putAll(Payload.of(row.payload()).fields()));
    Map<RecordId, SortedMap<String, Value>> stored = new HashMap<>();
    states.forEach((id, fields) -> stored.put(new RecordId(id), fields));
    assertThat(stored).isEqualTo(summed);
  }

  /** Words of every text in log and state; conflict records are records like all others. */
  TreeSet<String> everyWordEverWritten() {
    TreeSet<String> words = new TreeSet<>();
    rows.forEach(row -> words.addAll(words(Payload.of(row.payload()).fields().toString())));
    return words;
  }

  static List<String> words(String text) {
    return Arrays.asList(text.split("[^\\p{L}\\p{N}]+"));
  }

  private void assertChain() {
    Hash chain = Hash.NONE;
    for (int i = 0; i < chains.size(); i++) {
      long end = commitEnds.get(i);
      List<Hash> commitments =
          rows.stream()
              .filter(row -> row.commit() == end)
              .map(row -> Hash.of(row.commitment()))
              .toList();
      chain = Hash.over(List.of(chain, Hash.over(commitments)));
      assertThat(chains.get(i)).as("chain at %d", end).isEqualTo(chain);
    }
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private static void query(Connection connection, String sql, RowReader reader)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
