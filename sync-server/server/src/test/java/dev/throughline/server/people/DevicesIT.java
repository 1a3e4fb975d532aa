package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Devices and their end, over HTTP with real tokens. */
class DevicesIT extends GrantedTeam {
  private static Map<DeviceId, DeviceList.Entry> listed(TestHttp by) {
    return by.get("/sync/v1/devices").read(WireFormat.DEVICE_LIST).devices().stream()
        .collect(Collectors.toMap(DeviceList.Entry::device, Function.identity()));
  }

  private static DeviceList.Entry entry(TestHttp by, TestDevice of) {
    return Objects.requireNonNull(listed(by).get(of.id()));
  }

  private static TestHttp.Answer end(TestHttp by, DeviceId device) {
    return by.send(
        by.request("/sync/v1/devices/end?device=" + device)
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private TestDevice by(String name, String session, String role) throws Exception {
    return deviceOf(token(name, session, role), name);
  }

  @Test
  void everybodySeesTheirOwnDevicesAndKeyAdministratorsAll() throws Exception {
    TestDevice desk = by("Ada", "one", "Researcher").saying("Desk", 12);
    TestDevice field = by("Ada", "two", "Researcher").saying("Field laptop", 0);
    TestDevice other = by("Ben", "three", "Researcher");
    desk.hello();
    field.hello();
    Map<DeviceId, DeviceList.Entry> own = listed(desk.http());
    assertThat(own).containsOnlyKeys(desk.id(), field.id());
    DeviceList.Entry entry = entry(desk.http(), desk);
    assertThat(entry.name()).isEqualTo("Desk");
    assertThat(entry.waiting()).isEqualTo(12);
    assertThat(entry.yours()).isTrue();
    desk.push(desk.put(TestDevice.newRecord(), "memo", 0, "notes", "One less."));
    assertThat(entry(desk.http(), desk).waiting()).isEqualTo(11);
    TestHttp kim = by("Kim", "four", "KeyAdmin").http();
    assertThat(listed(kim)).containsKeys(desk.id(), field.id(), other.id());
    assertThat(entry(kim, other).person()).isEqualTo("Ben");
    assertThat(entry(kim, other).yours()).isFalse();
  }

  @Test
  void nobodyHidesTheDevicesOfOthersByMakingMany() throws Exception {
    TestDevice desk = by("Ada", "one", "Researcher");
    TestHttp eves = http(token("Eve", "many", "Researcher"));
    for (int i = 0; i < 60; i++) {
      new TestDevice(eves, "Eve").hello();
    }
    TestHttp kim = by("Kim", "four", "KeyAdmin").http();
    assertThat(listed(kim)).containsKey(desk.id());
    assertThat(listed(kim).values()).filteredOn(entry -> entry.person().equals("Eve")).hasSize(50);
  }

  @Test
  void aDeviceThatWasSignedOutIsRefusedEverywhereBySession() throws Exception {
    TestDevice lost = by("Ada", "lost", "Researcher");
    TestDevice desk = by("Ada", "desk", "Researcher");
    assertThat(end(desk.http(), lost.id()).read(WireFormat.DEVICE_LIST).devices())
        .anyMatch(entry -> entry.device().equals(lost.id()) && entry.end().isPresent());
    TestHttp http = lost.http();
    var op = lost.put(TestDevice.newRecord(), "memo", 0, "notes", "Mine");
    List<TestHttp.Answer> answers =
        List.of(
            http.get("/sync/v1/pull?after=0"),
            http.get("/sync/v1/history?record=" + TestDevice.newRecord()),
            http.get("/sync/v1/devices"),
            http.get("/sync/v1/workspaces"),
            http.get("/sync/v1/events"),
            http.post("/sync/v1/hello", WireFormat.HELLO, lost.greeting()),
            http.post("/sync/v1/push", WireFormat.PUSH, lost.pushOf(List.of(op))),
            http.post(
                "/sync/v1/rescue?study=" + TestDevice.newRecord(),
                WireFormat.PUSH,
                lost.pushOf(List.of(op))));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.code()).isEqualTo("SRV-24"));
    assertThat(answers.getFirst().problem().toString()).contains("Ada signed this device out on");
    assertThat(desk.hello().head()).isPositive();
  }

  @Test
  void everySessionADeviceCameByEndsWithIt() throws Exception {
    TestDevice lost = by("Ada", "first", "Researcher");
    TestHttp second = http(token("Ada", "second", "Researcher"));
    second.post("/sync/v1/hello", WireFormat.HELLO, lost.greeting()).read(WireFormat.WELCOME);
    end(by("Ada", "third", "Researcher").http(), lost.id());
    assertThat(lost.http().get("/sync/v1/pull?after=0").code()).isEqualTo("SRV-24");
    assertThat(second.get("/sync/v1/pull?after=0").code()).isEqualTo("SRV-24");
  }

  @Test
  void whoeverSignsInOnItAgainIsToldToGoOnAsANewDevice() throws Exception {
    TestDevice lost = by("Ada", "before", "Researcher");
    end(lost.http(), lost.id());
    TestHttp again = http(token("Ada", "after", "Researcher"));
    assertThat(again.post("/sync/v1/hello", WireFormat.HELLO, lost.greeting()).code())
        .isEqualTo("SRV-13");
    assertThat(new TestDevice(again, "Ada").hello().head()).isPositive();
  }

  @Test
  void nobodyComesAsSomebodyElsesDevice() throws Exception {
    TestDevice adas = by("Ada", "adas own", "Researcher");
    TestDevice bens = by("Ben", "bens own", "Researcher");
    TestHttp ben = bens.http();
    assertThat(ben.post("/sync/v1/hello", WireFormat.HELLO, adas.greeting()).code())
        .isEqualTo("SRV-13");
    var op = adas.put(TestDevice.newRecord(), "memo", 0, "notes", "Mine");
    assertThat(ben.post("/sync/v1/push", WireFormat.PUSH, adas.pushOf(List.of(op))).code())
        .isEqualTo("SRV-13");
    assertThat(end(ben, adas.id()).code()).isEqualTo("SRV-07");
    assertThat(listed(adas.http())).containsKey(adas.id());
    assertThat(adas.send(op)).isInstanceOf(Outcome.Applied.class);
  }

  @Test
  void withoutSessionsTheDeviceItselfIsRefused() throws Exception {
    TestDevice lost = by("Ada", "", "Researcher");
    end(lost.http(), lost.id());
    assertThat(lost.http().post("/sync/v1/hello", WireFormat.HELLO, lost.greeting()).code())
        .isEqualTo("SRV-24");
  }

  @Test
  void nobodySignsOutWhatIsNotTheirs() throws Exception {
    TestDevice adas = by("Ada", "adas", "Researcher");
    TestDevice bens = by("Ben", "bens", "Auditor");
    assertThat(end(bens.http(), adas.id()).code()).isEqualTo("SRV-07");
    assertThat(adas.hello().head()).isPositive();
    assertThat(end(bens.http(), new DeviceId(TestDevice.newRecord().value())).code())
        .isEqualTo("SRV-07");
    end(by("Kim", "kims", "KeyAdmin").http(), adas.id());
    assertThat(adas.http().get("/sync/v1/pull?after=0").code()).isEqualTo("SRV-24");
  }
}
