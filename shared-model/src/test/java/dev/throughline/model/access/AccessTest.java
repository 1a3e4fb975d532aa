package dev.throughline.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The matrix has a row for each kind, holds together, and is printed into the docs. */
class AccessTest {
  private static final Path PAGE = Path.of("../docs/access.md");
  private static final String WRITE = "throughline.docs.write";
  private static final String BEGIN = "<!-- printed from AccessMatrix: -->\n";

  @Test
  void everyKindHasOneRow() {
    assertThat(AccessMatrix.ROWS)
        .extracting(AccessRow::kind)
        .containsExactlyInAnyOrderElementsOf(Kinds.ALL.stream().map(Kind::name).toList());
  }

  @Test
  void everyNamedFieldIsThere() {
    for (AccessRow row : AccessMatrix.ROWS) {
      Kind kind = Kinds.named(row.kind()).orElseThrow();
      row.only()
          .forEach(
              (role, fields) -> {
                assertThat(row.right(role)).isEqualTo(Right.WRITE);
                assertThat(fields).allMatch(field -> kind.field(field).isPresent());
              });
    }
  }

  /** A conflict record holds values of the record it is about, of whatever kind. */
  @Test
  void whoReadsConflictsReadsEveryKind() {
    for (Role role : Role.values()) {
      Access access = Access.of(Set.of(role));
      if (access.mayRead("conflict")) {
        assertThat(AccessMatrix.ROWS)
            .as("%s; of rescued work people write a command alone, which never meets", role)
            .filteredOn(row -> !row.kind().equals("rescue"))
            .allMatch(row -> access.mayRead(row.kind()));
      }
    }
  }

  @Test
  void dutiesWithoutDataRightsReadNothing() {
    assertThat(AccessMatrix.ROWS)
        .noneMatch(row -> Access.of(Set.of(Role.AUDITOR)).mayRead(row.kind()));
    assertThat(AccessMatrix.ROWS)
        .filteredOn(row -> Access.of(Set.of(Role.INCIDENT_LEAD)).mayRead(row.kind()))
        .as("what is out and what it rests on, and no evidence")
        .extracting(AccessRow::kind)
        .containsExactlyInAnyOrder(
            "handoff",
            "packet",
            "approval",
            "device-key",
            "quorum-policy",
            "release",
            "check-result",
            "rollback-order",
            "person");
    assertThat(AccessMatrix.ROWS)
        .filteredOn(row -> Access.of(Set.of(Role.KEY_ADMIN)).mayRead(row.kind()))
        .as("whom to give access to what, and no evidence")
        .extracting(AccessRow::kind)
        .containsExactlyInAnyOrder(
            "study", "person", "grant", "device-key", "approval", "vote", "quorum-policy");
  }

  @Test
  void refusalsAreSentencesForPeople() {
    assertThat(why(Set.of(Role.PRODUCT_MANAGER), "interview"))
        .isEqualTo("A product manager reads interviews and changes none.");
    assertThat(why(Set.of(Role.APPROVER, Role.LEGAL_REVIEWER), "memo"))
        .isEqualTo("An approver and legal reviewer has no access to notes.");
    assertThat(why(Set.of(Role.PRIVACY_OFFICER), "participant"))
        .isEqualTo("A privacy officer changes only some fields of participants.");
    assertThat(why(Set.of(), "study"))
        .isEqualTo("Somebody without a role has no access to studies.");
    assertThat(why(Set.of(Role.RESEARCHER), "spaceship"))
        .isEqualTo("A researcher has no access to records of the kind spaceship.");
  }

  private static String why(Set<Role> roles, String kind) {
    return ((Access.Decision.Refused) Access.of(roles).write(kind)).why();
  }

  @Test
  void whereNobodySignsInEverythingIsAllowed() {
    assertThat(Access.EVERYTHING.write("anything")).isInstanceOf(Access.Decision.Allowed.class);
    assertThat(Access.EVERYTHING.mayRead("anything")).isTrue();
    assertThat(Access.EVERYTHING.standing()).isEmpty();
    assertThat(Access.EVERYTHING.tag(0)).isEmpty();
  }

  @Test
  void theTagChangesWithWhatMayBeRead() {
    Set<String> tags =
        Arrays.stream(Role.values())
            .map(role -> Access.of(Set.of(role)).tag(0))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(tags)
        .as("a duty looks into more studies than a role that reads the same kinds")
        .hasSameSizeAs(Role.values())
        .allMatch(tag -> tag.matches("[0-9a-f]{16}"));
  }

  @Test
  void thePageSaysWhatTheTableSays() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String printed = page.substring(0, begin) + table();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, printed);
    }
    assertThat(Files.readString(PAGE))
        .as("run this test with -D%s=true; the matrix is printed into the page", WRITE)
        .isEqualTo(printed);
  }

  private static String table() {
    List<Role> roles = List.of(Role.values());
    StringBuilder table = new StringBuilder("| | ");
    table.append(roles.stream().map(Role::wireName).collect(Collectors.joining(" | ")));
    table.append(" |\n|---|").append("---|".repeat(roles.size())).append('\n');
    for (AccessRow row : AccessMatrix.ROWS) {
      table.append("| ").append(row.kind()).append(" | ");
      table.append(roles.stream().map(role -> cell(row, role)).collect(Collectors.joining(" | ")));
      table.append(" |\n");
    }
    return table.toString();
  }

  private static String cell(AccessRow row, Role role) {
    Map<Role, Set<String>> only = row.only();
    return switch (row.right(role)) {
      case NONE -> "–";
      case READ -> "reads";
      case WRITE ->
          only.containsKey(role)
              ? "writes " + String.join(", ", new TreeSet<>(only.get(role)))
              : "writes";
    };
  }
}
