package dev.throughline.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeedsTest {
  @TempDir Path folder;

  /** As the Inbox lists them: one entry a record. */
  @Test
  void conflictsOfOneRecordCountOnce() {
    try (ClientWiring desk = Desk.open(folder.resolve("anna"))) {
      RecordId one = desk.ledger().newRecord();
      conflict(desk, one, "title");
      conflict(desk, one, "place");
      conflict(desk, desk.ledger().newRecord(), "title");
      assertThat(Needs.read(desk.ledger().store()).conflicts()).isEqualTo(2);
    }
  }

  private static void conflict(ClientWiring desk, RecordId record, String field) {
    Map<String, Value> fields =
        Map.of(
            "record", Value.text(record.toString()),
            "recordKind", Value.text("interview"),
            "field", Value.text(field),
            "state", Value.text(Conflict.OPEN));
    Desk.save(desk, new Draft.Set(desk.ledger().newRecord(), Conflict.KIND.name(), fields));
  }
}
