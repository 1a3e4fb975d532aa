package dev.throughline.model.audit;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.signing.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays what became of signed packets again: every step after the one it follows from. */
final class ReleaseCheck {
  /** From where a release may come into each state. */
  private static final Map<String, Set<String>> FROM =
      Map.ofEntries(
          Map.entry("checking", Set.of("registering", "activating", "rolled-back")),
          Map.entry("registering", Set.of("checking")),
          Map.entry("activating", Set.of("registering")),
          Map.entry("testing", Set.of("activating", "failed", "rolling-back")),
          Map.entry("verified", Set.of("testing", "superseded", "rolling-back")),
          Map.entry("blocked", Set.of("checking")),
          Map.entry("expired", Set.of("checking", "registering")),
          Map.entry("failed", Set.of("testing")),
          Map.entry("rolling-back", Set.of("testing", "verified", "failed")),
          Map.entry("rolled-back", Set.of("rolling-back")),
          Map.entry(
              "superseded",
              Set.of(
                  "checking",
                  "registering",
                  "activating",
                  "testing",
                  "verified",
                  "failed",
                  "rolling-back")));

  private final CaseCheck main;
  private final Collection<CaseCheck> cases;
  private final Map<RecordId, String> states = new HashMap<>();
  private final Set<String> started = new HashSet<>();

  /**
   * Of a handoff.
   *
   * @param main the signing of its packets
   * @param cases that one, and those of orders, as far as the chain has got
   */
  ReleaseCheck(CaseCheck main, Collection<CaseCheck> cases) {
    this.main = main;
    this.cases = cases;
  }

  /** What cannot be true of an event, as a sentence; empty when it may stand there. */
  List<String> play(RecordId release, Map<String, Json> members) {
    String type = PackageCheck.text(members, "type");
    if (type.equals("release.started")) {
      boolean isSigned =
          main.state.equals("spent")
              && main.caseDigest.equals(PackageCheck.text(members, "caseDigest"))
              && started.add(main.caseDigest)
              && states.putIfAbsent(release, "checking") == null;
      return isSigned ? List.of() : List.of("something went out that was not signed like this.");
    }
    String to = type.substring(type.indexOf('.') + 1);
    Set<String> from = FROM.get(to);
    if (!type.startsWith("release.") || from == null) {
      return List.of();
    }
    String before = states.getOrDefault(release, "");
    states.put(release, to);
    if (!from.contains(before)) {
      return List.of("a release cannot come to that from where it was.");
    }
    boolean isBack = to.equals("rolling-back");
    if (!isBack && !(to.equals("checking") && before.equals("rolled-back"))) {
      return List.of();
    }
    long generation = PackageCheck.number(members, "generation");
    boolean isAlone = isBack && PackageCheck.text(members, "reason").equals("emergency");
    Purpose purpose = !isBack ? Purpose.REVERT : isAlone ? Purpose.EMERGENCY : Purpose.ROLLBACK;
    boolean isOrdered =
        cases.stream()
            .filter(one -> isAlone || one.state.equals("spent"))
            .flatMap(one -> one.words().stream())
            .filter(words -> words.purpose() == purpose && words.release().equals(release))
            .anyMatch(words -> words.generation() == (isBack ? generation : generation - 1));
    return isOrdered
        ? List.of()
        : List.of("it was taken back, or brought back, and nobody had ordered and signed that.");
  }
}
