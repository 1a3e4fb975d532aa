package dev.throughline.trials.handoff;

import dev.throughline.desktop.interview.Interviews;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.value.Money;
import dev.throughline.trials.Agreeing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody said in an interview, and the idea it speaks for. */
final class Discovery {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Money BUDGET = new Money(7_000_000, "EUR");

  private final Colleague researcher;
  private final Colleague manager;

  Discovery(Colleague researcher, Colleague manager) {
    this.researcher = researcher;
    this.manager = manager;
  }

  /**
   * Writes an interview down whose person agrees to be quoted, and links the idea to it.
   *
   * @param idea is to be made
   */
  void idea(RecordId idea) {
    Interviews interviews = researcher.desk().interviews();
    Interviews.Created talk = interviews.create(Optional.empty(), "A talk about prices", DAY);
    researcher
        .desk()
        .memos()
        .write(talk.id(), talk.memo(), "", "Leaves at the last step, where the price shows.");
    Agreeing.everywhere(researcher.desk());
    researcher.sync();
    manager.sync();
    manager.save(
        List.of(manager.desk().ideas().make(idea, "Show the price first", Optional.empty())));
    manager.set(Idea.KIND, idea, Map.of(Idea.BUDGET, BUDGET.toValue()));
    manager.save(manager.desk().ideas().link(idea, talk.id(), Interview.KIND.name(), Stance.FOR));
    manager.sync();
  }
}
