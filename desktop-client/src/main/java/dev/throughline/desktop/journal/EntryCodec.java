package dev.throughline.desktop.journal;

import dev.throughline.desktop.journal.JournalEntry.Answered;
import dev.throughline.desktop.journal.JournalEntry.Discarded;
import dev.throughline.desktop.journal.JournalEntry.Dropped;
import dev.throughline.desktop.journal.JournalEntry.Identity;
import dev.throughline.desktop.journal.JournalEntry.Joined;
import dev.throughline.desktop.journal.JournalEntry.Recorded;
import dev.throughline.desktop.journal.JournalEntry.Renewed;
import dev.throughline.desktop.journal.JournalEntry.Resent;
import dev.throughline.desktop.journal.JournalEntry.Sent;
import dev.throughline.desktop.journal.JournalEntry.Started;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.List;

/** Journal entries as CBOR lists: the entry's name, then its parts. */
final class EntryCodec {
  private EntryCodec() {}

  static byte[] encode(JournalEntry entry) {
    return WireFormat.VALUE.encode(write(entry), Encoding.CBOR);
  }

  /**
   * Reads an entry.
   *
   * @throws MalformedMessage for bytes this version cannot have written
   */
  static JournalEntry decode(byte[] bytes) {
    if (!(WireFormat.VALUE.decode(bytes, Encoding.CBOR) instanceof Value.Items(var parts))
        || parts.isEmpty()) {
      throw new MalformedMessage("a journal entry is a list");
    }
    return switch (text(parts, 0)) {
      case "identity" -> new Identity(DeviceId.of(text(parts, 1)), WorkspaceId.of(text(parts, 2)));
      case "renewed" -> new Renewed(number(parts.get(1)), number(parts.get(2)));
      case "started" -> new Started(number(parts.get(1)));
      case "recorded" -> new Recorded(WorkspaceId.of(text(parts, 1)), ops(parts, 2));
      case "sent" -> new Sent(numbers(parts, 1));
      case "answered" ->
          new Answered(items(parts, 1).stream().map(WireFormat.OP_OUTCOME::read).toList());
      case "discarded" -> new Discarded(numbers(parts, 1));
      case "resent" -> new Resent(WorkspaceId.of(text(parts, 1)), ops(parts, 2), numbers(parts, 3));
      case "joined" -> new Joined(WorkspaceId.of(text(parts, 1)), text(parts, 2));
      case "dropped" -> new Dropped(WorkspaceId.of(text(parts, 1)));
      default -> throw new MalformedMessage("an unknown journal entry; update Throughline");
    };
  }

  private static Value write(JournalEntry entry) {
    return switch (entry) {
      case Identity(var device, var home) -> list("identity", id(device), id(home));
      case Renewed(long opNo, long millis) ->
          list("renewed", Value.whole(opNo), Value.whole(millis));
      case Started(long incarnation) -> list("started", Value.whole(incarnation));
      case Recorded(var workspace, var ops) -> list("recorded", id(workspace), ops(ops));
      case Sent(var opNos) -> list("sent", numbers(opNos));
      case Discarded(var opNos) -> list("discarded", numbers(opNos));
      case Resent(var workspace, var ops, var dropped) ->
          list("resent", id(workspace), ops(ops), numbers(dropped));
      case Answered(var outcomes) ->
          list(
              "answered",
              new Value.Items(outcomes.stream().map(WireFormat.OP_OUTCOME::write).toList()));
      case Joined(var workspace, String name) -> list("joined", id(workspace), Value.text(name));
      case Dropped(var workspace) -> list("dropped", id(workspace));
    };
  }

  private static Value list(String name, Value... parts) {
    return new Value.Items(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(Value.text(name)), java.util.Arrays.stream(parts))
            .toList());
  }

  private static Value ops(List<Op> ops) {
    return new Value.Items(ops.stream().map(WireFormat.OP::write).toList());
  }

  private static List<Op> ops(List<Value> parts, int at) {
    return items(parts, at).stream().map(WireFormat.OP::read).toList();
  }

  private static Value numbers(List<Long> numbers) {
    return new Value.Items(numbers.stream().map(Value::whole).toList());
  }

  private static List<Long> numbers(List<Value> parts, int at) {
    return items(parts, at).stream().map(EntryCodec::number).toList();
  }

  private static Value id(Object id) {
    return Value.text(id.toString());
  }

  private static String text(List<Value> parts, int at) {
    return at < parts.size() && parts.get(at) instanceof Value.Text(String text)
        ? text
        : fail("a text");
  }

  private static List<Value> items(List<Value> parts, int at) {
    return at < parts.size() && parts.get(at) instanceof Value.Items(var items)
        ? items
        : EntryCodec.<List<Value>>fail("a list");
  }

  private static long number(Value value) {
    return value instanceof Value.Whole(long number) ? number : EntryCodec.<Long>fail("a number");
  }

  private static <T> T fail(String shape) {
    throw new MalformedMessage("a journal entry lacks " + shape);
  }
}
