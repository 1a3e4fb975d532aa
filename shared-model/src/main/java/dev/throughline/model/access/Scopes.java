package dev.throughline.model.access;

import dev.throughline.model.comment.Comment;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.study.Study;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the scope of a record: the way from a turn by its transcript and its interview up to the
 * study. Client and server follow the same way.
 */
public final class Scopes {
  /**
   * The longest way up: a conflict, a comment on a proof, the proof, item, handoff, idea, study.
   */
  public static final int STEPS_MAX = 6;

  /**
   * One step of the way.
   *
   * @param up what the record points up to; empty for one that points nowhere
   */
  public record Link(String kind, Optional<RecordId> up, boolean restricted) {
    /** The record that must be known to go on; empty where the way ends, or ends at a study. */
    public Optional<RecordId> next() {
      return Kinds.named(kind).filter(Kind::isBelowStudy).isPresent() ? Optional.empty() : up;
    }
  }

  private Scopes() {}

  /** The step a record with these fields is. */
  public static Link link(String kind, Map<String, Value> fields) {
    FieldMap map = new FieldMap(fields);
    return new Link(
        kind,
        Kinds.up(kind).flatMap(map::reference),
        kind.equals(Interview.KIND.name()) && Interview.isRestricted(fields));
  }

  /**
   * Where a record is.
   *
   * @param links finds the steps above; what it does not find counts as a study nobody belongs to,
   *     so that a record is never shown to more people because something is missing
   */
  public static Scope scope(RecordId record, Link link, Function<RecordId, Optional<Link>> links) {
    return way(record, link, links).about(about(link, links));
  }

  /**
   * What a comment is about. Where that is not known, or is a comment again, only those read it who
   * read every kind: they are the ones who read conflicts.
   */
  private static Optional<String> about(Link link, Function<RecordId, Optional<Link>> links) {
    return link.kind().equals(Comment.KIND.name())
        ? link.up()
            .flatMap(links)
            .map(Link::kind)
            .filter(kind -> !kind.equals(Comment.KIND.name()))
            .or(() -> Optional.of(Conflict.KIND.name()))
        : Optional.empty();
  }

  private static Scope way(RecordId record, Link link, Function<RecordId, Optional<Link>> links) {
    RecordId id = record;
    Link step = link;
    boolean restricted = step.restricted();
    for (int steps = 0; steps <= STEPS_MAX; steps++) {
      if (step.kind().equals(Study.KIND.name())) {
        return new Scope(Optional.of(id), restricted);
      }
      if (step.up().isEmpty()) {
        return new Scope(Optional.empty(), restricted);
      }
      id = step.up().get();
      Optional<Link> next = step.next().flatMap(links);
      if (next.isEmpty()) {
        return new Scope(Optional.of(id), restricted);
      }
      step = next.get();
      restricted |= step.restricted();
    }
    // Longer than any way there is: what stands at its end may be restricted.
    return new Scope(Optional.of(id), true);
  }
}
