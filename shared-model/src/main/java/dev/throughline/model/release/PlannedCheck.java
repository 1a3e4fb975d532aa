package dev.throughline.model.release;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a release has to pass once it is out: that a service of its infrastructure plan
 * answers, or an acceptance check.
 *
 * @param id the record it was written down in
 * @param text what is looked at
 * @param threshold what counts as passed; may be empty
 * @param probe the address that is asked by itself; empty when somebody has to report it
 */
public record PlannedCheck(RecordId id, Type type, String text, String threshold, String probe) {
  /** What sort of check it is. */
  public enum Type {
    /** Whether a service answers. */
    SMOKE,
    ACCEPTANCE
  }

  /** Those of a manifest, in its order. */
  public static List<PlannedCheck> of(Json manifest) {
    Map<String, Json> members = members(manifest);
    List<PlannedCheck> checks = new ArrayList<>();
    for (Json service : items(members(members.get("infraPlan")).get("services"))) {
      Map<String, Json> its = members(service);
      id(its)
          .map(id -> new PlannedCheck(id, Type.SMOKE, text(its, "name"), "", text(its, "probe")))
          .ifPresent(checks::add);
    }
    for (Json check : items(members.get("acceptance"))) {
      Map<String, Json> its = members(check);
      id(its)
          .map(
              id ->
                  new PlannedCheck(
                      id, Type.ACCEPTANCE, text(its, "check"), text(its, "threshold"), ""))
          .ifPresent(checks::add);
    }
    return List.copyOf(checks);
  }

  private static Optional<RecordId> id(Map<String, Json> members) {
    return RecordId.parse(text(members, "id"));
  }

  private static String text(Map<String, Json> members, String name) {
    return members.get(name) instanceof Json.Text(String text) ? text : "";
  }

  private static Map<String, Json> members(@Nullable Json json) {
    return json instanceof Json.Members(var its) ? its : Map.of();
  }

  private static List<Json> items(@Nullable Json json) {
    return json instanceof Json.Items(var its) ? its : List.of();
  }
}
