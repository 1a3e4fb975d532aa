package dev.throughline.desktop.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.model.sync.Op;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportGroupTest {
  @TempDir Path folder;

  @Test
  void aTranscriptOfLongTurnsIsSavedInGroupsThatFitAPush() throws IOException {
    Path file = Files.writeString(folder.resolve("long.txt"), "wörter ".repeat(400_000));
    try (ClientWiring desk = Desk.open(folder.resolve("anna"))) {
      assertThat(
              desk.transcripts()
                  .importFile(file, Optional.empty(), LocalDate.of(2026, 11, 9), ReadProgress.NONE))
          .isInstanceOfSatisfying(
              ImportResult.Imported.class, in -> assertThat(in.turns()).isEqualTo(29));

      Map<Object, Integer> bytesOfGroups =
          desk.ledger().store().toPush(1_000).stream()
              .map(waiting -> waiting.op())
              .collect(Collectors.groupingBy(Op::group, Collectors.summingInt(this::bytes)));
      assertThat(bytesOfGroups.values()).allMatch(bytes -> bytes < 3_000_000).hasSize(3);
    }
  }

  private int bytes(Op op) {
    return WireFormat.OP.encode(op, Encoding.CBOR).length;
  }
}
