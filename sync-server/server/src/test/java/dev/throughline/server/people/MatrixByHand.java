package dev.throughline.server.people;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The access matrix as a person wrote it down: it does not ask the code. */
final class MatrixByHand {
  /** The columns below. */
  static final List<String> ROLES =
      List.of(
          "ProductManager",
          "Researcher",
          "GrowthHacker",
          "TechnicalLead",
          "Approver",
          "Auditor",
          "KeyAdmin",
          "PrivacyOfficer",
          "LegalReviewer",
          "IncidentLead");

  /** w writes, r reads, - neither, p writes pseudonym and attributes alone. */
  static final Map<String, String> MATRIX = new LinkedHashMap<>();

  static {
    //                              PM RS GH TL AP Au KA PO LR IL
    MATRIX.put("study", "w  w  r  r  r  -  r  r  r  -");
    MATRIX.put("topic", "w  w  r  r  r  -  -  r  -  -");
    MATRIX.put("participant", "r  w  -  -  -  -  -  p  -  -");
    MATRIX.put("interview", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("memo", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("transcript", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("segment", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("coverage", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("consent", "r  w  -  -  -  -  -  w  -  -");
    MATRIX.put("media-key", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("recording", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("bookmark", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("comment", "w  w  w  w  w  -  -  w  w  -");
    MATRIX.put("idea", "w  w  w  w  r  -  -  r  r  -");
    MATRIX.put("evidence", "w  w  r  r  r  -  -  r  r  -");
    MATRIX.put("score", "w  r  w  w  r  -  -  r  r  -");
    MATRIX.put("assumption", "w  w  w  w  r  -  -  r  r  -");
    MATRIX.put("discovery-task", "w  w  w  w  r  -  -  r  r  -");
    MATRIX.put("decision", "w  r  r  w  r  -  -  r  r  -");
    MATRIX.put("mvp", "w  r  r  w  r  -  -  r  r  -");
    MATRIX.put("feature", "w  r  r  w  r  -  -  r  r  -");
    MATRIX.put("measurement", "w  w  w  w  r  -  -  r  r  -");
    MATRIX.put("sprint", "w  r  r  w  r  -  -  r  r  -");
    MATRIX.put("milestone", "w  r  r  w  r  -  -  r  r  -");
    MATRIX.put("criterion", "w  r  r  w  r  -  -  r  r  -");
    MATRIX.put("result", "w  w  w  w  r  -  -  r  r  -");
    MATRIX.put("handoff", "w  r  r  w  r  -  -  r  r  r");
    MATRIX.put("checklist-item", "w  r  r  w  r  -  -  r  w  -");
    MATRIX.put("proof", "w  w  w  w  r  -  -  r  w  -");
    MATRIX.put("cost", "w  r  r  w  r  -  -  r  r  -");
    MATRIX.put("infra-service", "w  r  r  w  r  -  -  r  r  -");
    MATRIX.put("acceptance-check", "w  r  r  w  r  -  -  r  r  -");
    MATRIX.put("packet", "w  r  r  r  r  -  -  r  r  r");
    MATRIX.put("approval", "r  r  r  r  r  -  r  r  r  r");
    MATRIX.put("vote", "r  r  r  w  w  -  w  w  w  -");
    MATRIX.put("device-key", "r  r  r  w  w  -  w  w  w  w");
    MATRIX.put("review", "r  r  r  w  w  -  -  w  w  -");
    MATRIX.put("quorum-policy", "w  r  r  w  r  -  r  r  r  r");
    MATRIX.put("release", "r  r  r  r  r  -  -  r  r  r");
    MATRIX.put("check-result", "w  r  r  w  r  -  -  r  r  r");
    MATRIX.put("rollback-order", "w  r  r  w  r  -  -  r  r  w");
    // About the title of an interview.
    MATRIX.put("conflict", "r  w  -  -  -  -  -  r  -  -");
    MATRIX.put("person", "r  r  r  r  r  -  w  r  r  r");
    // To all studies.
    MATRIX.put("grant", "r  r  r  r  r  -  w  r  r  -");
    // Of a study everybody here owns; who does not own it sees none of it.
    MATRIX.put("rescue", "w  w  -  -  -  -  -  -  -  -");
  }

  /** What no role makes or puts away: the server does, and people only decide. */
  static final Set<String> SERVER_MADE = Set.of("conflict", "rescue", "approval", "release");

  /** What is made once and then stays as it is. */
  static final Set<String> FROZEN =
      Set.of(
          "packet",
          "vote",
          "device-key",
          "check-result",
          "rollback-order",
          "quorum-policy",
          "review");

  /** Kinds of which no role writes more than these fields. */
  static final Map<String, Set<String>> ONLY =
      Map.ofEntries(
          entry("person", Set.of("name", "login")),
          entry("grant", Set.of("level")),
          entry("conflict", Set.of("state", "resolution")),
          entry("rescue", Set.of("state")),
          entry("packet", Set.of()),
          entry("vote", Set.of()),
          entry("device-key", Set.of()),
          entry("check-result", Set.of()),
          entry("quorum-policy", Set.of()),
          entry("review", Set.of()),
          entry("rollback-order", Set.of()),
          entry("comment", Set.of("about", "text", "mentions", "settledBy", "state")));

  /** What a cell with p writes. */
  static final Set<String> SOME = Set.of("pseudonym", "attributes");

  /** Every sentence that refuses, whatever the role and the kind. */
  static final Pattern SENTENCE =
      Pattern.compile(
          String.join(
              "|",
              "An? [a-zA-Z ]+ has no access to [a-zA-Z ]+\\.",
              "An? [a-zA-Z ]+ reads [a-zA-Z ]+ and changes none\\.",
              "An? [a-zA-Z ]+ changes only some fields of [a-zA-Z ]+\\.",
              "Only owners of a study and key administrators give access to it\\.",
              "of a conflict only the state can be changed",
              "of rescued work only the state can be changed",
              "who a person is only the server writes",
              "A comment stays with what it is about, and with who wrote it\\.",
              "Only who wrote a comment changes it or takes it away\\.",
              "of approvals and releases only the server writes",
              "A review stays with its item and with who wrote it\\.",
              "A proposed rule stays as it is\\. .*",
              "An order stays as it was given\\.",
              "The result of a check stays as it was reported; the first one counts\\.",
              "A vote stays as it was signed\\.",
              "Everybody brings a key of their own\\.",
              "A key is shown to be held .*",
              "A submitted packet stays as it is\\. .*",
              "a grant keeps its person and its study"));

  static char cell(String kind, int role) {
    return Objects.requireNonNull(MATRIX.get(kind)).split(" +")[role].charAt(0);
  }

  static boolean writes(char cell, String kind, String field) {
    return cell == 'w'
        ? !ONLY.containsKey(kind) || Objects.requireNonNull(ONLY.get(kind)).contains(field)
        : cell == 'p' && SOME.contains(field);
  }

  private MatrixByHand() {}
}
