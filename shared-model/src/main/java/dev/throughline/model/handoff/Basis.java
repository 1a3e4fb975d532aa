package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an item rested on when somebody said that it is ready, as a short digest: its words, its
 * proofs, and what these pointed to. Another one later means that it has to be looked at again.
 */
public final class Basis {
  /** Hexadecimal digits of it. */
  public static final int LENGTH = 32;

  private Basis() {}

  /**
   * What the item rests on now; empty for somebody who cannot see all of it, and so cannot tell
   * whether it changed.
   */
  public static Optional<String> of(ChecklistItem item, Bundle bundle) {
    return of(item.title(), item.needs(), bundle.proofs(item), bundle.sources());
  }

  /** The same of an item with these words and these proofs. */
  public static Optional<String> of(
      String title, String needs, List<Proof> shown, Map<RecordId, String> sources) {
    List<Proof> proofs = shown.stream().sorted(Comparator.comparing(Proof::id)).toList();
    boolean isSeen =
        proofs.stream().flatMap(one -> one.source().stream()).allMatch(sources::containsKey);
    if (!isSeen) {
      return Optional.empty();
    }
    List<Json> all = new ArrayList<>();
    all.add(new Json.Text(title));
    all.add(new Json.Text(needs));
    for (Proof proof : proofs) {
      all.add(
          new Json.Items(
              List.of(
                  new Json.Text(proof.text()),
                  new Json.Text(proof.link()),
                  new Json.Text(proof.source().map(RecordId::toString).orElse("")),
                  new Json.Text(proof.source().map(sources::get).orElse("")))));
    }
    return Optional.of(digest(new Json.Items(all)));
  }

  /** A digest of what a record holds. */
  public static String of(String kind, Map<String, Value> fields) {
    return digest(new Json.Items(List.of(new Json.Text(kind), json(new Value.Entries(fields)))));
  }

  private static String digest(Json json) {
    return Sha256.hex(json.canonical()).substring(0, LENGTH);
  }

  /** Numbers are written as texts: not every one of ours is a double. */
  private static Json json(Value value) {
    return switch (value) {
      case Value.Nothing() -> new Json.Nothing();
      case Value.Flag(boolean is) -> new Json.Truth(is);
      case Value.Whole(long number) -> new Json.Text(Long.toString(number));
      case Value.Decimal(var number) -> new Json.Text(number.toPlainString());
      case Value.Text(String text) -> new Json.Text(text);
      case Value.Items(List<Value> items) ->
          new Json.Items(items.stream().map(Basis::json).toList());
      case Value.Entries(var entries) -> {
        TreeMap<String, Json> members = new TreeMap<>();
        entries.forEach((name, one) -> members.put(name, json(one)));
        yield new Json.Members(members);
      }
    };
  }
}
