package dev.throughline.desktop.hold;

import dev.throughline.desktop.hold.HoldMessages.Kept;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.recording.Recording;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Says of recordings whether they are on hold, as far as the last list tells that came here; any
 * thread.
 */
public final class HoldMarks {
  private final HoldReader reader;
  private final HoldNames names;
  private volatile List<Hold> counting = List.of();

  public HoldMarks(HoldParts parts) {
    this.reader = new HoldReader(parts);
    this.names = new HoldNames(parts.ledger().store(), parts.around().time());
  }

  /** Reads the last list again. Not on the UI thread. */
  public void read() {
    counting =
        reader.whyNot().isPresent()
            ? List.of()
            : reader.kept().map(Kept::holds).orElse(List.of()).stream()
                .filter(hold -> hold.state().counts())
                .toList();
  }

  /** What stands by a recording; looked up once, not on the UI thread, and then asked anywhere. */
  public Supplier<Optional<String>> of(Recording recording) {
    Set<RecordId> under = new TreeSet<>(Set.of(recording.id()));
    recording.interview().ifPresent(under::add);
    Optional<Interview> interview = names.interview(recording);
    interview.flatMap(Interview::study).ifPresent(under::add);
    interview.flatMap(Interview::participant).ifPresent(under::add);
    return () -> words(under);
  }

  private Optional<String> words(Set<RecordId> under) {
    String matters =
        counting.stream()
            .filter(hold -> under.contains(hold.record()))
            .map(Hold::matter)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return matters.isEmpty() ? Optional.empty() : Optional.of(Texts.text("hold.mark", matters));
  }
}
