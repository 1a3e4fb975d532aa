package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whoever writes a part of a handoff had a hand in it. So a part belongs to a handoff from the
 * start, and to one always: else somebody could write it before, and have another put it there.
 */
public final class PartRule {
  private static final Set<String> KINDS =
      Set.of(Cost.KIND.name(), InfraService.KIND.name(), AcceptanceCheck.KIND.name());

  private PartRule() {}

  /** Whether records of that kind are such parts. */
  public static boolean isPart(String kind) {
    return KINDS.contains(kind);
  }

  /**
   * Why somebody may not do this to a part, as a sentence; empty when they may.
   *
   * @param isNew whether it is to be made
   * @param written what the fields that are written hold then
   * @param isHandoff whether there is a handoff of that id
   */
  public static Optional<String> refusal(
      boolean isNew, Action action, Map<String, Value> written, Predicate<RecordId> isHandoff) {
    String field = Handoff.KIND.name();
    boolean isMoving = action == Action.EDIT && (isNew || written.containsKey(field));
    boolean isNegative =
        Optional.ofNullable(written.get(Cost.AMOUNT))
            .flatMap(Money::from)
            .filter(amount -> amount.minor() < 0)
            .isPresent();
    if (isNegative) {
      return Optional.of("A cost is not less than nothing: who signs is found by the sum.");
    }
    return !isMoving || new FieldMap(written).reference(field).filter(isHandoff).isPresent()
        ? Optional.empty()
        : Optional.of("It belongs to no handoff that is here.");
  }
}
