package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripIT {
  private final int port = TestServers.shared().port();

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void whatOneDevicePushesAnotherPulls(Encoding encoding) {
    TestDevice anna = new TestDevice(port, "Anna", encoding);
    TestDevice ben = new TestDevice(port, "Ben", encoding);
    long before = ben.hello().head();
    RecordId memo = TestDevice.newRecord();

    PushAnswer answer = anna.push(anna.put(memo, "memo", 0, "notes", "größer als ☃ 😀 1 < 2"));

    assertThat(answer.outcomes().getFirst().outcome())
        .isEqualTo(new Outcome.Applied(answer.head()));
    Change change = ben.pull(before).changes().getFirst();
    assertThat(change.fields()).containsEntry("notes", Value.text("größer als ☃ 😀 1 < 2"));
    assertThat(change.record()).isEqualTo(memo);
    assertThat(change.author()).isEqualTo("Anna");
    assertThat(change.device()).isEqualTo(anna.id().toString());
    assertThat(change.trashed()).isFalse();
  }

  @Test
  void fieldsNoVersionKnowsComeBackUnchanged() {
    TestDevice anna = new TestDevice(port, "Anna");
    RecordId memo = TestDevice.newRecord();
    Value odd =
        new Value.Entries(
            Map.of(
                "a", new Value.Decimal(new BigDecimal("1E+20")),
                "b", new Value.Decimal(new BigDecimal("1E-20")),
                "c", new Value.Items(List.of(Value.NOTHING, new Value.Flag(true))),
                "d", Value.whole(Long.MIN_VALUE)));
    Op first = anna.edit(memo, "memo", 0, Map.of("later", FieldChange.put(odd)));
    anna.push(first);
    assertThat(anna.record(memo)).containsEntry("later", odd);
    // The server reads its own row when the record changes again.
    anna.push(anna.put(memo, "memo", 0, "notes", "x"));
    assertThat(anna.send(anna.edit(memo, "memo", 0, Map.of("later", FieldChange.put(odd)))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(anna.record(memo)).containsEntry("later", odd);
  }

  @Test
  void aResendGetsTheFirstOutcome() {
    TestDevice anna = new TestDevice(port, "Anna");
    RecordId memo = TestDevice.newRecord();
    Op op = anna.put(memo, "memo", 0, "notes", "once");
    PushAnswer first = anna.push(op);
    PushAnswer again = anna.push(op);
    assertThat(again.head()).isEqualTo(first.head());
    assertThat(again.outcomes().getFirst().outcome())
        .isEqualTo(new Outcome.Duplicate(first.outcomes().getFirst().outcome()));
  }

  @Test
  void anOperationKnownUnderAnotherNumberIsADuplicate() {
    TestDevice anna = new TestDevice(port, "Anna");
    Op op = anna.put(TestDevice.newRecord(), "memo", 0, "notes", "once");
    Outcome first = anna.send(op);
    assertThat(anna.send(TestDevice.with(op, 77, op.group())))
        .isEqualTo(new Outcome.Duplicate(first));
  }

  @Test
  void anotherOperationUnderAUsedNumberIsRefusedWhole() {
    TestDevice anna = new TestDevice(port, "Anna");
    Op op = anna.put(TestDevice.newRecord(), "memo", 0, "notes", "once");
    anna.push(op);
    Op other =
        TestDevice.with(
            anna.put(TestDevice.newRecord(), "memo", 0, "notes", "other"), op.opNo(), op.group());
    Op innocent = anna.put(TestDevice.newRecord(), "memo", 0, "notes", "innocent");
    long head = anna.hello().head();
    TestHttp.Answer answer =
        anna.http().post("/sync/v1/push", WireFormat.PUSH, anna.pushOf(List.of(other, innocent)));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem())
        .containsEntry("type", Value.text("urn:throughline:problem:incarnation-clash"));
    assertThat(anna.hello().head()).isEqualTo(head);
  }

  @Test
  void numberUsedBeforeTheLastStartIsRefusedToo() {
    TestDevice anna = new TestDevice(port, "Anna");
    Op op = anna.put(TestDevice.newRecord(), "memo", 0, "notes", "once");
    anna.push(op);
    Op other =
        TestDevice.with(
            anna.put(TestDevice.newRecord(), "memo", 0, "notes", "other"), op.opNo(), op.group());
    Push push = anna.pushOf(List.of(other));
    Push copys =
        new Push(
            push.version(),
            push.workspace(),
            push.device(),
            push.incarnation() + 1,
            push.author(),
            push.ops());
    assertThat(anna.http().post("/sync/v1/push", WireFormat.PUSH, copys).code())
        .isEqualTo("SRV-13");
  }

  @Test
  void operationThatWaitedLongerThanLaterOnesIsTaken() {
    TestDevice anna = new TestDevice(port, "Anna");
    Op waited = anna.put(TestDevice.newRecord(), "memo", 0, "notes", "waited");
    anna.push(anna.put(TestDevice.newRecord(), "memo", 0, "notes", "later"));
    assertThat(anna.send(waited)).isInstanceOf(Outcome.Applied.class);
  }

  @Test
  void helloAgreesOnVersionFeaturesAndPast() {
    TestDevice anna = new TestDevice(port, "Anna");
    Welcome welcome = anna.hello();
    assertThat(welcome.version()).isEqualTo(1);
    assertThat(welcome.features()).containsExactlyInAnyOrder("zstd", "hints", "standing");
    assertThat(welcome.notice()).contains("no identity provider is set");
    anna.push(anna.put(TestDevice.newRecord(), "memo", 0, "notes", "x"));
    Cursor cursor = anna.pull(welcome.head()).cursor();
    assertThat(hello(anna, cursor).status()).isEqualTo(200);
    Cursor otherChain = new Cursor(cursor.workspace(), cursor.epoch(), cursor.seq(), "00");
    assertThat(hello(anna, otherChain).code()).isEqualTo("SRV-12");
    Cursor otherEpoch = new Cursor(cursor.workspace(), "other", cursor.seq(), cursor.chain());
    assertThat(hello(anna, otherEpoch).code()).isEqualTo("SRV-12");
    Cursor beyond =
        new Cursor(cursor.workspace(), cursor.epoch(), cursor.seq() + 1_000_000, cursor.chain());
    assertThat(hello(anna, beyond).code()).isEqualTo("SRV-12");
  }

  @Test
  void aClientOfAnotherVersionIsToldBothRanges() {
    TestDevice anna = new TestDevice(port, "Anna", Encoding.JSON);
    Hello future = new Hello(7, 9, Set.of(), anna.id(), 1, "Anna", Optional.empty(), 0);
    TestHttp.Answer answer = anna.http().post("/sync/v1/hello", WireFormat.HELLO, future);
    assertThat(answer.status()).isEqualTo(426);
    assertThat(answer.problem())
        .containsEntry("clientVersions", new Value.Items(List.of(Value.whole(7), Value.whole(9))))
        .containsEntry("serverVersions", new Value.Items(List.of(Value.whole(1), Value.whole(1))));
  }

  @Test
  void pullFoldsARecordToItsLastChange() {
    TestDevice anna = new TestDevice(port, "Anna");
    long before = anna.hello().head();
    RecordId interview = TestDevice.newRecord();
    anna.push(anna.put(interview, "interview", 0, "title", "a"));
    anna.push(anna.put(interview, "interview", 0, "place", "Kitchen"));
    PushAnswer last = anna.push(anna.put(interview, "interview", 0, "title", "b"));
    PullAnswer pulled = anna.pull(before);
    assertThat(pulled.cursor().seq()).isEqualTo(last.head());
    assertThat(pulled.changes()).hasSize(1);
    Change change = pulled.changes().getFirst();
    assertThat(change.seq()).isEqualTo(last.head());
    assertThat(change.fields())
        .containsEntry("title", Value.text("b"))
        .containsEntry("place", Value.text("Kitchen"));
  }

  @Test
  void pullRefusesAPastThatIsNotOurs() {
    TestDevice anna = new TestDevice(port, "Anna", Encoding.JSON);
    anna.push(
        anna.put(TestDevice.newRecord(), "memo", 0, "notes", "x"),
        anna.put(TestDevice.newRecord(), "memo", 0, "notes", "y"));
    long head = anna.hello().head();
    TestHttp http = anna.http();
    assertThat(http.get("/sync/v1/pull?after=" + (head + 5)).code()).isEqualTo("SRV-12");
    assertThat(http.get("/sync/v1/pull?after=" + (head - 1)).code()).isEqualTo("SRV-12");
    assertThat(http.get("/sync/v1/pull?after=" + head + "&chain=00").code()).isEqualTo("SRV-12");
    assertThat(http.get("/sync/v1/pull?after=0&chain=").status()).isEqualTo(200);
    assertThat(http.get("/sync/v1/pull?workspace=" + anna.id()).code()).isEqualTo("SRV-11");
    assertThat(http.get("/sync/v1/pull?after=-1").code()).isEqualTo("SRV-01");
    assertThat(http.get("/sync/v1/pull?after=x").code()).isEqualTo("SRV-01");
  }

  private static TestHttp.Answer hello(TestDevice device, Cursor cursor) {
    Hello plain = device.greeting();
    return device
        .http()
        .post(
            "/sync/v1/hello",
            WireFormat.HELLO,
            new Hello(
                plain.versionMin(),
                plain.versionMax(),
                plain.features(),
                plain.device(),
                plain.incarnation(),
                plain.author(),
                Optional.of(cursor),
                0));
  }
}
