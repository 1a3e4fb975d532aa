package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.PlannedCheck;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a manifest says of itself what is true: who has to sign it is found by its sum and by its
 * data, and what is tested by its checks, and any desktop may write one down.
 */
public final class SoundManifest {
  private SoundManifest() {}

  /**
   * Whether its sum is that of its lines and, where there are any, of the records, its data are
   * those of the handoff, and every check can be told from every other.
   *
   * @param handoff as its record is now
   * @param costs of the handoff, as their records are now
   */
  public static boolean holds(Json manifest, Handoff handoff, List<Cost> costs) {
    Map<String, Json> members = members(manifest);
    Map<String, Json> written = members(members.get("costs"));
    return isOf(handoff.data(), members.get("dataClasses"))
        && isSummed(written)
        && (costs.isEmpty() || isSum(costs, written))
        && areChecksTold(manifest, members);
  }

  /** A record that does not say which data it touches contradicts nothing. */
  private static boolean isOf(DataClass data, @Nullable Json classes) {
    return data == DataClass.UNKNOWN
        || items(classes).equals(List.of(new Json.Text(data.wireName())));
  }

  private static boolean isSum(List<Cost> lines, Map<String, Json> written) {
    Optional<Money> sum = CostSum.of(lines).amount();
    return sum.map(its -> String.valueOf(its.minor()))
            .orElse("")
            .equals(text(written.get("totalMinor")))
        && sum.map(Money::currency).orElse("").equals(text(written.get("currency")));
  }

  private static boolean isSummed(Map<String, Json> costs) {
    List<Cost> lines = new ArrayList<>();
    for (Json line : items(costs.get("lines"))) {
      Map<String, Json> its = members(line);
      Optional<RecordId> id = RecordId.parse(text(its.get("id")));
      Optional<Money> amount = money(members(its.get(Cost.AMOUNT)));
      boolean isUnknown = its.get(Cost.AMOUNT) instanceof Json.Nothing;
      if (id.isEmpty() || (amount.isEmpty() && !isUnknown)) {
        return false;
      }
      Every every = Every.of(text(its.get(Cost.EVERY)));
      lines.add(new Cost(id.get(), Optional.empty(), "", amount, every));
    }
    return isSum(lines, costs);
  }

  private static Optional<Money> money(Map<String, Json> amount) {
    try {
      long minor = Long.parseLong(text(amount.get("minor")));
      return Optional.of(new Money(minor, text(amount.get("currency"))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean areChecksTold(Json manifest, Map<String, Json> members) {
    int written =
        items(members.get("acceptance")).size()
            + items(members(members.get("infraPlan")).get("services")).size();
    Set<RecordId> told = new HashSet<>();
    PlannedCheck.of(manifest).forEach(check -> told.add(check.id()));
    return told.size() == written;
  }

  private static String text(@Nullable Json json) {
    return json instanceof Json.Text(String text) ? text : "";
  }

  private static Map<String, Json> members(@Nullable Json json) {
    return json instanceof Json.Members(var its) ? its : Map.of();
  }

  private static List<Json> items(@Nullable Json json) {
    return json instanceof Json.Items(var its) ? its : List.of();
  }
}
