package dev.throughline.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares messages with the schemas of an OpenAPI document: members, types, choices. */
final class Schemas {
  private final Map<String, Object> schemas;

  Schemas(Map<String, Object> document) {
    this.schemas = members(members(document.get("components")).get("schemas"));
  }

  /** What is wrong with the message; empty when it fits. */
  List<String> problems(String schema, Object message) {
    List<String> problems = new ArrayList<>();
    check(schema, members(schemas.get(schema)), message, problems);
    return problems;
  }

  static Map<String, Object> members(@Nullable Object value) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), member));
    }
    return members;
  }

  private void check(
      String place, Map<String, Object> schema, Object value, List<String> problems) {
    if (schema.get("$ref") instanceof String ref) {
      String name = ref.substring(ref.lastIndexOf('/') + 1);
      assertKnown(place, name);
      check(place, members(schemas.get(name)), value, problems);
    } else if (schema.get("oneOf") instanceof List<?> choices) {
      long fitting = choices.stream().filter(choice -> fits(members(choice), value)).count();
      if (fitting != 1) {
        problems.add(place + " fits " + fitting + " of its choices");
      }
    } else {
      checkType(place, schema, value, problems);
    }
  }

  private boolean fits(Map<String, Object> schema, Object value) {
    List<String> problems = new ArrayList<>();
    check("choice", schema, value, problems);
    return problems.isEmpty();
  }

  private void checkType(
      String place, Map<String, Object> schema, Object value, List<String> problems) {
    boolean fits =
        switch (String.valueOf(schema.get("type"))) {
          case "object" -> value instanceof Map;
          case "array" -> value instanceof List;
          case "string" -> value instanceof String;
          case "integer" -> value instanceof Integer || value instanceof Long;
          case "boolean" -> value instanceof Boolean;
          default -> true;
        };
    if (!fits) {
      problems.add(place + " is no " + schema.get("type"));
    } else if (schema.get("enum") instanceof List<?> choices && !choices.contains(value)) {
      problems.add(place + " is none of " + choices);
    } else if (value instanceof Map) {
      checkMembers(place, schema, members(value), problems);
    } else if (value instanceof List<?> items) {
      checkItems(place, schema, items, problems);
    }
  }

  private void checkMembers(
      String place, Map<String, Object> schema, Map<String, Object> value, List<String> problems) {
    Map<String, Object> properties = members(schema.get("properties"));
    if (schema.get("required") instanceof List<?> required) {
      required.stream()
          .filter(name -> !value.containsKey(name))
          .forEach(name -> problems.add(place + " lacks " + name));
    }
    value.forEach(
        (name, member) -> {
          String at = place + "." + name;
          if (properties.containsKey(name)) {
            check(at, members(properties.get(name)), member, problems);
          } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
            problems.add(at + " is not in the schema");
          } else {
            check(at, members(schema.get("additionalProperties")), member, problems);
          }
        });
  }

  private void checkItems(
      String place, Map<String, Object> schema, List<?> items, List<String> problems) {
    if (schema.get("prefixItems") instanceof List<?> shapes) {
      if (shapes.size() != items.size()) {
        problems.add(place + " holds " + items.size() + " items");
        return;
      }
      for (int i = 0; i < items.size(); i++) {
        check(place + "[" + i + "]", members(shapes.get(i)), items.get(i), problems);
      }
      return;
    }
    for (Object item : items) {
      check(place + "[]", members(schema.get("items")), item, problems);
    }
  }

  private void assertKnown(String place, String name) {
    Objects.requireNonNull(schemas.get(name), place + " refers to the unknown schema " + name);
  }
}
