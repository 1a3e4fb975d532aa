package dev.throughline.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.audit.AuditChain;
import dev.throughline.model.audit.CasePackage;
import dev.throughline.model.audit.PackageCheck;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestHttp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Packages are handed on by people who would rather have them say something else. */
class SealedPackageIT extends Offices {
  private List<String> lines = List.of();

  @BeforeEach
  void signAndStop() throws Exception {
    manager.submit(handoff, 1, LITTLE, "none");
    lead.answer(handoff, Answer.GO);
    one.answer(handoff, Answer.GO);
    two.answer(handoff, Answer.NO_GO);
    lines = exported(manager, handoff);
  }

  private static String event(String line) {
    return Json.parse(line.getBytes(StandardCharsets.UTF_8))
                instanceof Json.Parsed.Read(Json.Members(var members))
            && members.get("event") instanceof Json.Text(String event)
        ? event
        : "";
  }

  private static String hidden(String line) {
    byte[] bytes = event(line).getBytes(StandardCharsets.UTF_8);
    return CasePackage.line("digest", Map.of("digest", new Json.Text(Sha256.hex(bytes))));
  }

  private static boolean isChain(String line) {
    return line.contains("\"type\":\"event\"") || line.contains("\"type\":\"digest\"");
  }

  /** The same with another head, so that the chain holds again. */
  private static List<String> ending(List<String> lines) {
    String link = AuditChain.BEGINNING;
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      if (isChain(line)) {
        String digest = event(line).isEmpty() ? line : hidden(line);
        link = AuditChain.link(link, digest.replaceAll(".*\"digest\":\"([0-9a-f]{64})\".*", "$1"));
      }
      all.add(
          line.contains("\"type\":\"head\"")
              ? CasePackage.line("head", Map.of("link", new Json.Text(link)))
              : line);
    }
    return all;
  }

  @Test
  void aPackageSaysWhoSealedItAndWhen() {
    PackageCheck.Report report = checked(lines);
    assertThat(report.wrong()).isEmpty();
    assertThat(report.isProven()).isTrue();
    assertThat(report.state()).isEqualTo("rejected");
    TestHttp.Answer key = manager.device.http().get("/audit/v1/key");
    Value.Entries told = (Value.Entries) key.read(WireFormat.VALUE);
    assertThat(told.values())
        .containsEntry("keyId", Value.text(report.seal().orElseThrow().keyId()))
        .containsEntry("spki", Value.text(Base64s.write(report.seal().orElseThrow().spki())));
  }

  @Test
  void anEventThatIsHiddenIsMissed() {
    for (int i = 0; i < lines.size(); i++) {
      if (!event(lines.get(i)).isEmpty()) {
        List<String> without = new ArrayList<>(lines);
        without.set(i, hidden(lines.get(i)));
        assertThat(checked(without).isProven()).as("hidden: " + lines.get(i)).isFalse();
      }
    }
  }

  @Test
  void aVetoHiddenWithAllThatFollowsItIsMissed() {
    List<String> met = new ArrayList<>();
    boolean isAfter = false;
    for (String line : lines) {
      met.add(isAfter && !event(line).isEmpty() ? hidden(line) : line);
      isAfter = isAfter || event(line).contains("approval.met");
    }
    PackageCheck.Report report = checked(met);
    assertThat(report.state()).isEqualTo("met");
    assertThat(report.isProven()).isFalse();
  }

  @Test
  void anEndCutOffIsMissed() {
    int last = lines.indexOf(lines.stream().filter(SealedPackageIT::isChain).toList().getLast());
    List<String> cut = new ArrayList<>(lines);
    cut.remove(last);
    cut.remove(last - 1);
    assertThat(checked(ending(lines)).isProven()).isTrue();
    assertThat(checked(ending(cut)).isProven()).isFalse();
  }

  @Test
  void withoutItsSealOrWithThatOfAnotherNothingIsProven() {
    List<String> bare = lines.stream().filter(line -> !isSeal(line)).toList();
    assertThat(checked(bare).wrong()).isEmpty();
    assertThat(checked(bare).isProven()).as("nobody says that it is whole").isFalse();
    RecordId another = manager.handoff("Another");
    String foreign =
        exported(manager, another).stream()
            .filter(SealedPackageIT::isSeal)
            .findFirst()
            .orElseThrow();
    List<String> swapped = lines.stream().map(line -> isSeal(line) ? foreign : line).toList();
    assertThat(checked(swapped).isProven()).isFalse();
    List<String> forged =
        lines.stream()
            .map(
                line ->
                    isSeal(line)
                        ? line.replaceFirst("payload\\\\\":\\\\\"e", "payload\\\\\":\\\\\"f")
                        : line)
            .toList();
    assertThat(forged).isNotEqualTo(lines);
    assertThat(checked(forged).isProven()).isFalse();
  }

  @Test
  void whatIsPutBesideItOrCalledOtherwiseIsSeen() {
    String packet =
        lines.stream()
            .filter(line -> line.contains("\"type\":\"packet\""))
            .findFirst()
            .orElseThrow();
    List<String> renamed =
        lines.stream()
            .map(
                line ->
                    line.replace(
                        "\"type\":\"packet\",\"version\":1", "\"type\":\"packet\",\"version\":9"))
            .toList();
    assertThat(renamed).isNotEqualTo(lines);
    assertThat(checked(renamed).isProven()).isFalse();
    List<String> more = new ArrayList<>(lines);
    more.add(lines.indexOf(packet), packet);
    assertThat(checked(more).isProven()).isFalse();
  }

  @Test
  void whatWasTriedWithItAndRefusedIsTold() {
    RecordId packet = manager.approval(handoff).packet().orElseThrow();
    manager.write(Approval.idOf(handoff), "approval", Map.of("state", Value.text("met")));
    manager.write(packet, "packet", Map.of("manifest", Value.text("{}")));
    assertThat(exported(manager, handoff).stream().filter(line -> line.contains("write.refused")))
        .hasSize(2);
  }

  @Test
  void votesThatDoNotCountMakeNoPackageLong() {
    RecordId packet = manager.approval(handoff).packet().orElseThrow();
    for (int i = 0; i < 20; i++) {
      lead.device.send(lead.vote(packet, i + "x".repeat(39_000)));
    }
    List<String> after = exported(manager, handoff);
    assertThat(checked(after).wrong()).isEmpty();
    assertThat(after.stream().mapToLong(String::length).sum()).isLessThan(100_000);
  }

  private static boolean isSeal(String line) {
    return line.contains("\"type\":\"seal\"");
  }
}
