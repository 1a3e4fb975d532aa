package dev.throughline.model.wire;

import dev.throughline.model.value.NamedValues;
import dev.throughline.model.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/** Takes the members of one object, one by one; {@link #end} refuses what nobody took. */
final class Members {
  private final String message;
  private final SortedMap<String, Value> members;
  private final Set<String> taken = new HashSet<>();

  private Members(String message, SortedMap<String, Value> members) {
    this.message = message;
    this.members = members;
  }

  static Members of(String message, Value value) {
    if (value instanceof Value.Entries(var members)) {
      return new Members(message, members);
    }
    throw new MalformedMessage(message + " must be an object");
  }

  Optional<Value> optional(String name) {
    return taken.add(name) ? Optional.ofNullable(members.get(name)) : Optional.empty();
  }

  boolean has(String name) {
    return !taken.contains(name) && members.containsKey(name);
  }

  Value value(String name) {
    return optional(name)
        .orElseThrow(() -> new MalformedMessage(message + " lacks the member " + name));
  }

  String text(String name) {
    return value(name) instanceof Value.Text(String text) ? text : wrong(name, "a text");
  }

  long whole(String name) {
    return value(name) instanceof Value.Whole(long number)
        ? number
        : this.<Long>wrong(name, "a whole number");
  }

  /** A whole number from 0 up. */
  long count(String name) {
    long number = whole(name);
    return number >= 0 ? number : this.<Long>wrong(name, "0 or more");
  }

  int integer(String name) {
    long number = whole(name);
    return number == (int) number ? (int) number : this.<Integer>wrong(name, "a 32-bit number");
  }

  boolean flag(String name) {
    return value(name) instanceof Value.Flag(boolean flag)
        ? flag
        : this.<Boolean>wrong(name, "true or false");
  }

  /** A flag that is left out where it is false. */
  boolean optionalFlag(String name) {
    Value value = optional(name).orElse(new Value.Flag(false));
    return value instanceof Value.Flag(boolean flag)
        ? flag
        : this.<Boolean>wrong(name, "true or false");
  }

  <T> T parsed(String name, Function<String, T> parser) {
    String text = text(name);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessage(message + "." + name + " is not readable", e);
    }
  }

  <T> List<T> items(String name, int countMax, Function<Value, T> reader) {
    if (!(value(name) instanceof Value.Items(var items))) {
      return wrong(name, "a list");
    }
    if (items.size() > countMax) {
      throw new MalformedMessage(
          message + "." + name + " holds " + items.size() + "; the limit is " + countMax);
    }
    return items.stream().map(reader).toList();
  }

  <T> SortedMap<String, T> entries(String name, int countMax, Function<Value, T> reader) {
    if (!(value(name) instanceof Value.Entries(var entries))) {
      return wrong(name, "an object");
    }
    if (entries.size() > countMax) {
      throw new MalformedMessage(
          message + "." + name + " holds " + entries.size() + "; the limit is " + countMax);
    }
    NamedValues.Builder<T> read = new NamedValues.Builder<>();
    for (Map.Entry<String, Value> entry : entries.entrySet()) {
      read.add(entry.getKey(), reader.apply(entry.getValue()));
    }
    return read.build();
  }

  /** Refuses members that are not part of the message. */
  void end() {
    long unknown = members.keySet().stream().filter(name -> !taken.contains(name)).count();
    if (unknown > 0) {
      throw new MalformedMessage(message + " has " + unknown + " unknown member(s)");
    }
  }

  private <T> T wrong(String name, String shape) {
    throw new MalformedMessage(message + "." + name + " must be " + shape);
  }
}
