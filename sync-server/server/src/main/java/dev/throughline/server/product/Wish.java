package dev.throughline.server.product;

import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Queries;
import dev.throughline.server.people.Caller;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Something that is to be made once: who asked under which key decides the record, and what they
 * asked for the operation, so that the same request changes nothing and another is told apart.
 */
record Wish(RecordId record, OpId once) {
  /**
   * The wish of a request.
   *
   * @param kind of what is to be made
   * @param workspace where, whether the request names it or not
   * @throws dev.throughline.server.http.ProblemException when the request names none
   */
  static Wish of(
      HttpServletRequest request,
      String kind,
      WorkspaceId workspace,
      Optional<Caller> caller,
      Value body) {
    String key = Queries.key(request);
    String who = caller.map(Caller::subject).orElse("");
    String name = String.join("\n", kind, workspace.toString(), who, key);
    return new Wish(
        new RecordId(Uuids.derived("wish\n" + name)),
        new OpId(Uuids.derived("wish of\n" + name + "\n" + digest(body))));
  }

  /** The records of this wish: its own, and what belongs to it, their ids in the order given. */
  List<RecordDesk.Wanted> wanted(List<Line> lines) {
    List<Wish> wishes =
        new ArrayList<>(
            IntStream.range(1, lines.size())
                .mapToObj(this::below)
                .sorted(Comparator.comparing(Wish::record))
                .toList());
    wishes.addFirst(this);
    List<RecordDesk.Wanted> wanted = new ArrayList<>();
    for (Line line : lines) {
      Wish one = wishes.get(wanted.size());
      wanted.add(
          new RecordDesk.Wanted(one.once(), one.record(), line.kind().name(), line.fields()));
    }
    return wanted;
  }

  private Wish below(int number) {
    String name = "wish below\n" + record + "\n" + number;
    return new Wish(
        new RecordId(Uuids.derived(name)), new OpId(Uuids.derived("once\n" + once + "\n" + name)));
  }

  /** Members are in the order of their names, so two spellings of one body are one. */
  private static String digest(Value body) {
    byte[] bytes = WireFormat.VALUE.encode(body, Encoding.JSON);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
