package dev.throughline.desktop.hold;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Holds as messages, to and from the server and on the shelf. What comes is looked at. */
public final class HoldMessages {
  private static final String HOLDS = "holds";

  private HoldMessages() {}

  /**
   * Some holds of the register.
   *
   * @param next where the list goes on; empty at its end
   */
  public record Page(List<Hold> holds, Optional<String> next) {
    public Page {
      holds = List.copyOf(holds);
    }
  }

  /** The last list, and when it came, in milliseconds since 1970. */
  record Kept(List<Hold> holds, long atMillis) {
    Kept {
      holds = List.copyOf(holds);
    }
  }

  /** What is sent to set a hold. */
  public static Value wish(HoldWish wish) {
    return new Value.Entries(
        Map.of(
            "matter", Value.text(wish.matter()),
            "reason", Value.text(wish.reason()),
            "scope", Value.text(wish.reach().wireName()),
            "record", Value.text(wish.record().toString())));
  }

  /**
   * Reads a page of the register.
   *
   * @throws MalformedMessage when it is none
   */
  public static Page page(Value message) {
    Map<String, Value> members = members(message);
    String next = new FieldMap(members).text("next");
    return new Page(holds(members), Optional.of(next).filter(after -> !after.isEmpty()));
  }

  private static List<Hold> holds(Map<String, Value> members) {
    if (members.get(HOLDS) instanceof Value.Items(var items)) {
      return items.stream().map(HoldMessages::hold).toList();
    }
    throw new MalformedMessage("no list of holds");
  }

  /**
   * Reads a hold.
   *
   * @throws MalformedMessage when it is none
   */
  public static Hold hold(Value message) {
    FieldMap its = new FieldMap(members(message));
    return new Hold(
        its.text("id"),
        its.text("matter"),
        its.text("reason"),
        Hold.Reach.named(its.text("scope")).orElseThrow(HoldMessages::unread),
        its.reference("record").orElseThrow(HoldMessages::unread),
        Hold.State.named(its.text("state")).orElseThrow(HoldMessages::unread),
        Math.max(0, its.whole("objects").orElse(0L)),
        step(its, "proposed").orElseThrow(HoldMessages::unread),
        step(its, "confirmed"),
        step(its, "releaseAsked"),
        step(its, "released"));
  }

  private static Optional<Hold.Step> step(FieldMap its, String name) {
    Optional<RecordId> person = its.reference(name + "By");
    return person.map(by -> new Hold.Step(by, its.whole(name + "At").orElse(0L)));
  }

  private static MalformedMessage unread() {
    return new MalformedMessage("no hold");
  }

  private static Map<String, Value> members(Value message) {
    if (message instanceof Value.Entries(var members)) {
      return members;
    }
    throw new MalformedMessage("no object");
  }

  static byte[] keep(Kept list) {
    return WireFormat.VALUE.encode(
        new Value.Entries(
            Map.of(
                "at",
                Value.whole(list.atMillis()),
                HOLDS,
                new Value.Items(list.holds().stream().map(HoldMessages::written).toList()))),
        Encoding.CBOR);
  }

  /** What was kept; empty when it cannot be read. */
  static Optional<Kept> kept(byte[] bytes) {
    try {
      Map<String, Value> members = members(WireFormat.VALUE.decode(bytes, Encoding.CBOR));
      return Optional.of(new Kept(holds(members), new FieldMap(members).whole("at").orElse(0L)));
    } catch (MalformedMessage _) {
      return Optional.empty();
    }
  }

  private static Value written(Hold hold) {
    Map<String, Value> members = new TreeMap<>();
    members.put("id", Value.text(hold.id()));
    members.put("matter", Value.text(hold.matter()));
    members.put("reason", Value.text(hold.reason()));
    members.put("scope", Value.text(hold.reach().wireName()));
    members.put("record", Value.text(hold.record().toString()));
    members.put("state", Value.text(hold.state().wireName()));
    members.put("objects", Value.whole(hold.blobs()));
    write(members, "proposed", Optional.of(hold.proposed()));
    write(members, "confirmed", hold.confirmed());
    write(members, "releaseAsked", hold.releaseAsked());
    write(members, "released", hold.released());
    return new Value.Entries(members);
  }

  private static void write(Map<String, Value> members, String name, Optional<Hold.Step> step) {
    step.ifPresent(
        its -> {
          members.put(name + "By", Value.text(its.person().toString()));
          members.put(name + "At", Value.whole(its.at()));
        });
  }
}
