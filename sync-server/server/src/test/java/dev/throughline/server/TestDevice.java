package dev.throughline.server;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.DeviceNote;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Splice;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.sync.TextDigest;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A device of a test: makes numbered operations and speaks the protocol over real HTTP. */
public final class TestDevice {
  private final TestHttp http;
  private final String author;
  private final DeviceId id = new DeviceId(UUID.randomUUID());
  private final Optional<WorkspaceId> meant;
  private final WorkspaceId workspace;
  private Optional<DeviceNote> about = Optional.empty();
  private long opNo;
  private String standing = "";

  public TestDevice(int port, String author) {
    this(port, author, Encoding.CBOR);
  }

  public TestDevice(int port, String author, Encoding encoding) {
    this(new TestHttp(port, encoding), author);
  }

  public TestDevice(TestHttp http, String author) {
    this(http, author, Optional.empty());
  }

  /** A device of a certain workspace. */
  public TestDevice(TestHttp http, String author, Optional<WorkspaceId> meant) {
    this.http = http;
    this.author = author;
    this.meant = meant;
    this.workspace = hello().workspace();
  }

  public static RecordId newRecord() {
    return new RecordId(UUID.randomUUID());
  }

  public DeviceId id() {
    return id;
  }

  /** Says this of itself from the next greeting on. */
  public TestDevice saying(String name, long waiting) {
    about = Optional.of(new DeviceNote(name, waiting));
    return this;
  }

  public TestHttp http() {
    return http;
  }

  public Welcome hello() {
    Welcome welcome =
        http.post("/sync/v1/hello", WireFormat.HELLO, greeting()).read(WireFormat.WELCOME);
    standing = welcome.standing().map(said -> "&standing=" + said.tag()).orElse("");
    return welcome;
  }

  public Hello greeting() {
    return new Hello(
        Protocol.VERSION_MIN,
        Protocol.VERSION_MAX,
        Set.of("zstd", "hints", "standing", "moonlight"),
        id,
        1,
        Optional.empty(),
        author,
        Optional.empty(),
        0,
        meant,
        about);
  }

  public Push pushOf(List<Op> ops) {
    return new Push(Protocol.VERSION_MAX, workspace, id, 1, author, ops);
  }

  public PushAnswer push(Op... ops) {
    return http.post("/sync/v1/push", WireFormat.PUSH, pushOf(List.of(ops)))
        .read(WireFormat.PUSH_ANSWER);
  }

  /** Pushes one operation and gives its outcome. */
  public Outcome send(Op op) {
    return push(op).outcomes().getFirst().outcome();
  }

  /** Pulls as desktops do: greets again when its rights have changed. */
  public PullAnswer pull(long after) {
    TestHttp.Answer answer = http.get("/sync/v1/pull?after=" + after + standing + named());
    if (answer.status() == 409 && answer.code().equals("SRV-18")) {
      hello();
      answer = http.get("/sync/v1/pull?after=" + after + standing + named());
    }
    return answer.read(WireFormat.PULL_ANSWER);
  }

  private String named() {
    return meant.map(id -> "&workspace=" + id).orElse("");
  }

  /** Everything after a number, page by page. */
  public List<Change> pullAll(long after) {
    List<Change> changes = new ArrayList<>();
    PullAnswer page = pull(after);
    changes.addAll(page.changes());
    while (page.cursor().seq() < page.head()) {
      page = pull(page.cursor().seq());
      changes.addAll(page.changes());
    }
    return changes;
  }

  /** The record as pulling from the start shows it. */
  public Map<String, Value> record(RecordId record) {
    Map<String, Value> fields = new TreeMap<>();
    pullAll(0).stream()
        .filter(change -> change.record().equals(record))
        .forEach(change -> fields.putAll(change.fields()));
    return fields;
  }

  public Op put(RecordId record, String kind, long baseSeq, String field, String text) {
    return edit(record, kind, baseSeq, Map.of(field, FieldChange.put(Value.text(text))));
  }

  public Op edit(
      RecordId record, String kind, long baseSeq, Map<String, ? extends FieldChange> fields) {
    return op(record, kind, Action.EDIT, baseSeq, new TreeMap<>(fields));
  }

  /** An edit of a memo's notes on a text the server holds. */
  public Op retype(RecordId memo, long baseSeq, String before, String after) {
    var edit =
        new FieldChange.TextEdit(
            new TextBase.AtBase(TextDigest.of(before)), List.of(Splice.between(before, after)));
    return edit(memo, "memo", baseSeq, Map.of("notes", edit));
  }

  public Op trash(RecordId record, String kind, long baseSeq) {
    return op(record, kind, Action.TRASH, baseSeq, new TreeMap<>());
  }

  public Op restore(RecordId record, String kind, long baseSeq) {
    return op(record, kind, Action.RESTORE, baseSeq, new TreeMap<>());
  }

  /** The same operations as one group. */
  public static List<Op> grouped(List<Op> ops) {
    GroupId group = new GroupId(UUID.randomUUID());
    return ops.stream().map(op -> with(op, op.opNo(), group)).toList();
  }

  public static Op with(Op op, long opNo, GroupId group) {
    return new Op(
        op.id(),
        opNo,
        group,
        op.hlc(),
        op.record(),
        op.kind(),
        op.action(),
        op.baseSeq(),
        op.fields());
  }

  private Op op(
      RecordId record,
      String kind,
      Action action,
      long baseSeq,
      TreeMap<String, FieldChange> fields) {
    return new Op(
        new OpId(UUID.randomUUID()),
        ++opNo,
        new GroupId(UUID.randomUUID()),
        new Hlc(1_000 + opNo, 0),
        record,
        kind,
        action,
        baseSeq,
        fields);
  }
}
