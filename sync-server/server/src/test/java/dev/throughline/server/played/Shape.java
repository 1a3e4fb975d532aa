package dev.throughline.server.played;

import dev.throughline.model.signing.Json;
import dev.throughline.server.played.PlayedSystem.Misfit;
import java.util.Map;
import java.util.Set;

/** What the members of an object have to be; anything beside them does not fit. */
record Shape(Map<String, Class<? extends Json>> needed, Set<String> optional) {
  static Shape of(Map<String, Class<? extends Json>> needed) {
    return new Shape(needed, Set.of());
  }

  Json.Members fitted(Json json) {
    if (!(json instanceof Json.Members object)) {
      throw new Misfit("no object where one is needed");
    }
    needed.forEach(
        (name, type) -> {
          Json value = object.members().get(name);
          if (value == null || !type.isInstance(value)) {
            throw new Misfit(name + " is no " + type.getSimpleName());
          }
        });
    for (String name : object.members().keySet()) {
      if (!needed.containsKey(name) && !optional.contains(name)) {
        throw new Misfit("a member that is not published: " + name);
      }
    }
    return object;
  }

  static String text(Json.Members object, String name) {
    return object.members().get(name) instanceof Json.Text(String text) ? text : "";
  }
}
