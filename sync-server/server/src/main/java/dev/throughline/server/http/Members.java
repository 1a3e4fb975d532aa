package dev.throughline.server.http;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The members of a body, read strictly: one that is not known is refused by its name. */
public final class Members {
  private final Map<String, Value> members;

  private Members(Map<String, Value> members) {
    this.members = members;
  }

  /**
   * Reads a body.
   *
   * @throws ProblemException when it is no object, or has a member that is none of these
   */
  public static Members of(Value body, Set<String> known) {
    if (!(body instanceof Value.Entries(var members))) {
      throw malformed("The body must be an object.");
    }
    Set<String> unknown = new TreeSet<>(members.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw malformed(
          "No member is called " + unknown + "; there are " + new TreeSet<>(known) + ".");
    }
    return new Members(members);
  }

  /** The refusal of a request that says something wrong. */
  public static ProblemException malformed(String why) {
    return new ProblemException(Problem.MALFORMED, why);
  }

  /** The member as a field of the kind takes it; empty when it is not there. */
  public Optional<Value> field(Kind kind, String name) {
    Value given = members.getOrDefault(name, Value.NOTHING);
    if (given instanceof Value.Nothing) {
      return Optional.empty();
    }
    Value clean =
        given instanceof Value.Text(String text) ? Value.text(PlainText.clean(text)) : given;
    kind.field(name)
        .orElseThrow()
        .type()
        .problem(clean)
        .ifPresent(
            problem -> {
              throw malformed(name + " " + problem + ".");
            });
    return Optional.of(clean);
  }

  /** A number that came as one or as a text, as a text. */
  public Members numbersAsTexts(Set<String> names) {
    Map<String, Value> all = new TreeMap<>(members);
    names.forEach(name -> all.computeIfPresent(name, (_, value) -> asText(value)));
    return new Members(all);
  }

  private static Value asText(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> Value.text(Long.toString(number));
      case Value.Decimal(var number) -> Value.text(number.toPlainString());
      default -> value;
    };
  }

  /** A map of numbers, each as a text. */
  public Map<String, String> numbers(String name) {
    if (!(members.get(name) instanceof Value.Entries(var entries))) {
      throw malformed(name + " must be an object of numbers.");
    }
    Map<String, String> numbers = new TreeMap<>();
    entries.forEach(
        (key, value) -> {
          if (!(asText(value) instanceof Value.Text(String text))) {
            throw malformed(name + "." + key + " must be a number.");
          }
          numbers.put(key, text);
        });
    return numbers;
  }

  /**
   * A list of objects with these members; empty when it is not there.
   *
   * @throws ProblemException when it is longer than that, or something else
   */
  public List<Members> list(String name, Set<String> known, int lengthMax) {
    return switch (members.getOrDefault(name, Value.NOTHING)) {
      case Value.Nothing _ -> List.of();
      case Value.Items(var items) when items.size() <= lengthMax ->
          items.stream().map(item -> item(name, item, known)).toList();
      default -> throw malformed(name + " must be a list of at most " + lengthMax + " objects.");
    };
  }

  private static Members item(String name, Value item, Set<String> known) {
    if (!(item instanceof Value.Entries)) {
      throw malformed("Each of " + name + " must be an object.");
    }
    return of(item, known);
  }

  /**
   * A list of texts; empty when it is not there.
   *
   * @throws ProblemException when it is longer than that, or something else
   */
  public Optional<List<String>> texts(String name, int lengthMax) {
    return switch (members.getOrDefault(name, Value.NOTHING)) {
      case Value.Nothing _ -> Optional.empty();
      case Value.Items(var items)
          when items.size() <= lengthMax && items.stream().allMatch(Value.Text.class::isInstance) ->
          Optional.of(items.stream().map(item -> ((Value.Text) item).value()).toList());
      default -> throw malformed(name + " must be a list of at most " + lengthMax + " texts.");
    };
  }

  /**
   * A whole number from 0 up; empty when it is not there.
   *
   * @throws ProblemException when it is something else
   */
  public Optional<Long> size(String name) {
    return switch (members.getOrDefault(name, Value.NOTHING)) {
      case Value.Nothing _ -> Optional.empty();
      case Value.Whole(long number) when number >= 0 -> Optional.of(number);
      default -> throw malformed(name + " must be a whole number from 0.");
    };
  }

  /** A text, without what nobody sees at its ends; empty when it is not there. */
  public Optional<String> text(String name) {
    return switch (members.getOrDefault(name, Value.NOTHING)) {
      case Value.Nothing _ -> Optional.empty();
      case Value.Text(String text) -> Optional.of(PlainText.clean(text).strip());
      default -> throw malformed(name + " must be a text.");
    };
  }

  /** A text as one line, without what nobody sees at its ends. */
  public static String line(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+", " ").strip();
  }

  /** The id of a record. */
  public RecordId record(String name) {
    try {
      return RecordId.of(text(name).orElseThrow(() -> malformed(name + " is missing.")));
    } catch (IllegalArgumentException _) {
      throw malformed(name + " must be an id.");
    }
  }

  /**
   * A text to the last character, as something was signed; empty when it is not there.
   *
   * @throws ProblemException when it is longer than that, or something else
   */
  public Optional<String> exact(String name, int lengthMax) {
    return switch (members.getOrDefault(name, Value.NOTHING)) {
      case Value.Nothing _ -> Optional.empty();
      case Value.Text(String text) when text.length() <= lengthMax -> Optional.of(text);
      default -> throw malformed(name + " must be a text of at most " + lengthMax + " characters.");
    };
  }

  /**
   * One of these words, in the order in which a refusal names them.
   *
   * @throws ProblemException when it is another one, or missing
   */
  public String choice(String name, List<String> words) {
    return text(name)
        .filter(words::contains)
        .orElseThrow(() -> malformed(name + " must be one of " + words + "."));
  }

  /**
   * A whole number from 1 up.
   *
   * @throws ProblemException when it is less, something else, or missing
   */
  public long count(String name) {
    if (members.get(name) instanceof Value.Whole(long number) && number >= 1) {
      return number;
    }
    throw malformed(name + " must be a whole number from 1.");
  }

  /** Whether it is said so; false when it is not there. */
  public boolean flag(String name) {
    return switch (members.getOrDefault(name, Value.NOTHING)) {
      case Value.Nothing _ -> false;
      case Value.Flag(boolean flag) -> flag;
      default -> throw malformed(name + " must be true or false.");
    };
  }
}
