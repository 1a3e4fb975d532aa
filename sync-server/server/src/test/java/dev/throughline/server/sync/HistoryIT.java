package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryIT {
  private final int port = TestServers.shared().port();

  private static RecordHistory history(TestHttp http, RecordId record, String more) {
    return http.get("/sync/v1/history?record=" + record + more).read(WireFormat.RECORD_HISTORY);
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void everyChangeOfARecordIsToldNewestFirst(Encoding encoding) {
    TestDevice anna = new TestDevice(port, "Anna", encoding);
    TestDevice ben = new TestDevice(port, "Ben", encoding);
    RecordId memo = TestDevice.newRecord();
    anna.push(anna.put(memo, "memo", 0, "notes", "one"));
    anna.push(anna.put(TestDevice.newRecord(), "memo", 0, "notes", "of another record"));
    long seen = anna.hello().head();
    ben.push(ben.retype(memo, seen, "one", "one two"));
    ben.push(ben.trash(memo, "memo", ben.hello().head()));
    RecordHistory history = history(anna.http(), memo, "");
    assertThat(history.more()).isFalse();
    assertThat(history.entries())
        .extracting(RecordHistory.Entry::author)
        .containsExactly("Ben", "Ben", "Anna");
    assertThat(history.entries())
        .extracting(RecordHistory.Entry::trashed)
        .containsExactly(true, false, false);
    assertThat(history.entries().get(1).fields()).containsEntry("notes", Value.text("one two"));
    assertThat(history.entries().getLast().device()).isEqualTo(anna.id().toString());
    assertThat(history.entries()).noneMatch(RecordHistory.Entry::erased);
  }

  @Test
  void pagesFollowEachOtherWithoutGap() {
    TestDevice anna = new TestDevice(port, "Anna");
    RecordId memo = TestDevice.newRecord();
    for (int i = 0; i < 5; i++) {
      anna.push(anna.put(memo, "memo", anna.hello().head(), "notes", "version " + i));
    }
    RecordHistory first = history(anna.http(), memo, "&limit=3");
    assertThat(first.entries()).hasSize(3);
    assertThat(first.more()).isTrue();
    RecordHistory rest =
        history(anna.http(), memo, "&limit=3&before=" + first.entries().getLast().seq());
    assertThat(rest.entries()).hasSize(2);
    assertThat(rest.more()).isFalse();
  }

  @Test
  void longVersionsComeInSmallerPages() {
    TestDevice anna = new TestDevice(port, "Anna");
    RecordId memo = TestDevice.newRecord();
    for (int i = 0; i < 3; i++) {
      String text = i + " long notes ".repeat(60_000);
      anna.push(anna.put(memo, "memo", anna.hello().head(), "notes", text));
    }
    RecordHistory page = history(anna.http(), memo, "");
    assertThat(page.entries()).hasSize(1);
    assertThat(page.more()).isTrue();
  }

  @Test
  void aRecordNobodyWroteHasNoHistory() {
    TestHttp http = new TestHttp(port, Encoding.JSON);
    RecordHistory history = history(http, TestDevice.newRecord(), "");
    assertThat(history.entries()).isEqualTo(List.of());
    assertThat(history.more()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?record=none",
        "?record=01900000-0000-7000-8000-000000000003&before=0",
        "?record=01900000-0000-7000-8000-000000000003&before=x",
        "?record=01900000-0000-7000-8000-000000000003&limit=-1"
      })
  void whatIsNotReadableIsRefused(String query) {
    TestHttp.Answer answer = new TestHttp(port, Encoding.JSON).get("/sync/v1/history" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("SRV-01");
  }
}
