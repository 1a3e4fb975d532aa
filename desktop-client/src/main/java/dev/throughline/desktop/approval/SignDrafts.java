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

  /** An answer as far as it got; empty while none was chosen. */
  record Draft(Optional<Answer> answer, List<Line> lines, String note) {
    Draft {
      lines = lines.stream().filter(line -> !line.isBlank()).toList();
    }

    static Draft nothing() {
      return new Draft(Optional.empty(), List.of(), "");
    }
  }

  /** What was left of an approval, whichever version waited there. */
  Draft of(RecordId approval) {
    return drafts.getOrDefault(approval, Draft.nothing());
  }

  void keep(RecordId approval, Draft draft) {
    drafts.put(approval, draft);
  }

  void forget(RecordId approval) {
    drafts.remove(approval);
  }
}
