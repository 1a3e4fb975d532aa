package dev.throughline.desktop.approval;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.id.RecordId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed on sheets that were left without signing, until this window ends. */
public final class SignDrafts {
  private final Map<RecordId, Draft> drafts = new HashMap<>();

  /** A condition as it is typed. */
  record Line(String text, Optional<RecordId> owner, String due) {
    boolean isBlank() {
      return text.isBlank() && due.isBlank();
    }
  }

  /**
   * An answer as far as it got; empty while none was chosen.
   *
   * @param caseDigest what it was about
   */
  record Draft(String caseDigest, Optional<Answer> answer, List<Line> lines, String note) {
    Draft {
      lines = lines.stream().filter(line -> !line.isBlank()).toList();
    }

    static Draft nothing() {
      return new Draft("", Optional.empty(), List.of(), "");
    }
  }

  /** What was left of an approval: the words whatever waits there now, the answer for the same. */
  Draft of(RecordId approval, String caseDigest) {
    Draft draft = drafts.getOrDefault(approval, Draft.nothing());
    return draft.caseDigest().equals(caseDigest)
        ? draft
        : new Draft(caseDigest, Optional.empty(), draft.lines(), draft.note());
  }

  void keep(RecordId approval, Draft draft) {
    drafts.put(approval, draft);
  }

  void forget(RecordId approval) {
    drafts.remove(approval);
  }
}
