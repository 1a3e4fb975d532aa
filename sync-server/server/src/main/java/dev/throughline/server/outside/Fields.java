package dev.throughline.server.outside;

import dev.throughline.model.signing.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The members of one JSON object, read by name. What has another type counts as missing. */
public record Fields(Json.Members json) {
  /** Those of a value; empty when it is no object. */
  public static Optional<Fields> of(Json json) {
    return json instanceof Json.Members members
        ? Optional.of(new Fields(members))
        : Optional.empty();
  }

  /** An object of these members. */
  public static Json.Members object(Map<String, Json> members) {
    return new Json.Members(new TreeMap<>(members));
  }

  public Optional<Json> value(String name) {
    return Optional.ofNullable(json.members().get(name));
  }

  public Optional<String> text(String name) {
    return value(name).flatMap(Fields::text);
  }

  public Optional<Fields> object(String name) {
    return value(name).flatMap(Fields::of);
  }

  public Optional<List<Json>> items(String name) {
    return value(name).filter(Json.Items.class::isInstance).map(its -> ((Json.Items) its).items());
  }

  /** The texts of a list; empty when there is none, or it holds anything else. */
  public Optional<List<String>> texts(String name) {
    return items(name)
        .filter(all -> all.stream().allMatch(Json.Text.class::isInstance))
        .map(all -> all.stream().flatMap(one -> text(one).stream()).toList());
  }

  public Optional<Boolean> truth(String name) {
    return value(name).filter(Json.Truth.class::isInstance).map(its -> ((Json.Truth) its).is());
  }

  /** Whether there is no member beside these. */
  public boolean hasOnly(Set<String> names) {
    return names.containsAll(json.members().keySet());
  }

  private static Optional<String> text(Json json) {
    return json instanceof Json.Text(String text) ? Optional.of(text) : Optional.empty();
  }
}
