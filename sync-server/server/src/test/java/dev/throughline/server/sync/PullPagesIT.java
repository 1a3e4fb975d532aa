package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PullPagesIT {
  private final TestDevice anna = new TestDevice(TestServers.shared().port(), "Anna");

  @Test
  void muchComesInPagesOfWholeCommitsThatFollowEachOther() {
    long before = anna.hello().head();
    String text = "word ".repeat(60_000);
    List<Op> ops =
        IntStream.range(0, 20)
            .mapToObj(_ -> anna.put(TestDevice.newRecord(), "memo", 0, "notes", text))
            .toList();
    anna.push(ops.toArray(Op[]::new));

    List<Change> all = new ArrayList<>();
    int pages = 0;
    long after = before;
    String chain = "";
    PullAnswer page;
    do {
      String known = chain.isEmpty() ? "" : "&chain=" + chain;
      page = anna.http().get("/sync/v1/pull?after=" + after + known).read(WireFormat.PULL_ANSWER);
      assertThat(page.from()).isEqualTo(after);
      assertThat(page.cursor().seq()).isGreaterThan(after);
      all.addAll(page.changes());
      after = page.cursor().seq();
      chain = page.cursor().chain();
      pages++;
    } while (after < page.head());

    assertThat(pages).isBetween(3, 7);
    assertThat(all.stream().map(Change::record)).isEqualTo(ops.stream().map(Op::record).toList());
    assertThat(anna.pull(after).changes()).isEmpty();
  }

  @Test
  void manySmallChangesComeInOneAnswer() {
    long before = anna.hello().head();
    List<Op> ops =
        IntStream.range(0, Protocol.PUSH_OPS_MAX)
            .mapToObj(i -> anna.put(TestDevice.newRecord(), "segment", 0, "text", "line " + i))
            .toList();
    anna.push(ops.toArray(Op[]::new));
    PullAnswer answer = anna.pull(before);
    assertThat(answer.changes()).hasSize(Protocol.PUSH_OPS_MAX);
    assertThat(answer.cursor().seq()).isEqualTo(answer.head());
  }
}
