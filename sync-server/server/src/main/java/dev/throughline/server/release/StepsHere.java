package dev.throughline.server.release;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Takes the steps the workflow engine asks for. */
@Component
final class StepsHere implements HandoffSteps {
  /** A nudge may be lost; something that happened is seen after that long at the latest. */
  private static final Duration LOOK = Duration.ofMinutes(30);

  private final Advance advance;

  StepsHere(Advance advance) {
    this.advance = advance;
  }

  @Override
  public long advance(String workspace, String handoff) {
    return switch (advance.step(WorkspaceId.of(workspace), RecordId.of(handoff))) {
      case Next.Done() -> DONE;
      case Next.Again() -> 0;
      case Next.Wait(Duration time) -> Math.clamp(time.toMillis(), 1, LOOK.toMillis());
    };
  }
}
