package dev.throughline.model.handoff;

import dev.throughline.model.signing.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What differs between two manifests of one handoff, item by item and part by part. */
public final class ManifestDiff {
  /** What happened to something. */
  public enum Change {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * One difference.
   *
   * @param part the member of the manifest it is in, such as {@code costs}
   * @param name the code of an item of the checklist; empty for every other part
   */
  public record Difference(String part, String name, Change change) {}

  private static final Set<String> CHECKLISTS = Set.of("legalChecklist", "checklist");

  private ManifestDiff() {}

  /** What is another in {@code after}; versions aside. In the order of the parts. */
  public static List<Difference> between(Json before, Json after) {
    Map<String, Json> old = members(before);
    Map<String, Json> now = members(after);
    Set<String> parts = new TreeSet<>(old.keySet());
    parts.addAll(now.keySet());
    parts.remove(Manifest.VERSION);
    List<Difference> all = new ArrayList<>();
    for (String part : parts) {
      Json was = old.getOrDefault(part, new Json.Nothing());
      Json is = now.getOrDefault(part, new Json.Nothing());
      if (was.equals(is)) {
        continue;
      }
      if (CHECKLISTS.contains(part)) {
        all.addAll(items(part, was, is));
      } else {
        all.add(new Difference(part, "", Change.CHANGED));
      }
    }
    return all;
  }

  private static List<Difference> items(String part, Json before, Json after) {
    Map<String, Map<String, Json>> old = byId(before);
    Map<String, Map<String, Json>> now = byId(after);
    List<Difference> all = new ArrayList<>();
    now.forEach(
        (id, item) -> {
          Map<String, Json> was = old.get(id);
          if (was == null) {
            all.add(new Difference(part, code(item), Change.ADDED));
          } else if (!was.equals(item)) {
            all.add(new Difference(part, code(item), Change.CHANGED));
          }
        });
    old.forEach(
        (id, item) -> {
          if (!now.containsKey(id)) {
            all.add(new Difference(part, code(item), Change.REMOVED));
          }
        });
    return all;
  }

  private static Map<String, Map<String, Json>> byId(Json list) {
    Map<String, Map<String, Json>> all = new LinkedHashMap<>();
    if (list instanceof Json.Items(List<Json> items)) {
      items.forEach(
          item -> {
            Map<String, Json> members = members(item);
            if (members.get("id") instanceof Json.Text(String id)) {
              all.put(id, members);
            }
          });
    }
    return all;
  }

  private static String code(Map<String, Json> item) {
    return item.get("code") instanceof Json.Text(String code) ? code : "";
  }

  private static Map<String, Json> members(Json json) {
    return json instanceof Json.Members(var members) ? members : Map.of();
  }
}
