package dev.throughline.model.wire;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.NewWorkspace;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.sync.WorkspaceList;
import dev.throughline.model.value.NamedValues;
import dev.throughline.model.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Every message of the sync protocol; {@code docs/sync-protocol.md} describes them. */
public final class WireFormat {
  private static final int FEATURES_MAX = 64;
  private static final int GRANTS_MAX = 100_000;

  public static final Codec<Value> VALUE = codec(value -> value, value -> value);
  public static final Codec<Op> OP = codec(OpCodecs::writeOp, OpCodecs::readOp);
  public static final Codec<OpOutcome> OP_OUTCOME =
      codec(OpCodecs::writeOutcome, OpCodecs::readOpOutcome);
  public static final Codec<Hello> HELLO = codec(WireFormat::write, WireFormat::readHello);
  public static final Codec<Welcome> WELCOME = codec(WireFormat::write, WireFormat::readWelcome);
  public static final Codec<Push> PUSH = codec(WireFormat::write, WireFormat::readPush);
  public static final Codec<PushAnswer> PUSH_ANSWER =
      codec(WireFormat::write, WireFormat::readPushAnswer);
  public static final Codec<PullAnswer> PULL_ANSWER =
      codec(WireFormat::write, WireFormat::readPullAnswer);

  public static final Codec<RecordHistory> RECORD_HISTORY =
      codec(HistoryCodecs::write, HistoryCodecs::read);

  public static final Codec<WorkspaceList> WORKSPACE_LIST =
      codec(TeamCodecs::write, TeamCodecs::readWorkspaces);
  public static final Codec<NewWorkspace> NEW_WORKSPACE =
      codec(TeamCodecs::write, TeamCodecs::readNew);
  public static final Codec<DeviceList> DEVICE_LIST =
      codec(TeamCodecs::write, TeamCodecs::readDevices);

  private WireFormat() {}

  private static Value write(Hello hello) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("versionMin", Value.whole(hello.versionMin()));
    members.put("versionMax", Value.whole(hello.versionMax()));
    members.put("features", texts(hello.features()));
    members.put("device", Value.text(hello.device().toString()));
    members.put("incarnation", Value.whole(hello.incarnation()));
    hello.sentOpNo().ifPresent(opNo -> members.put("sentOpNo", Value.whole(opNo)));
    members.put("author", Value.text(hello.author()));
    hello.cursor().ifPresent(cursor -> members.put("cursor", write(cursor)));
    members.put("clock", Value.whole(hello.clockMillis()));
    hello.workspace().ifPresent(id -> members.put("workspace", Value.text(id.toString())));
    hello.about().ifPresent(note -> members.put("about", TeamCodecs.write(note)));
    return new Value.Entries(members);
  }

  private static Hello readHello(Value value) {
    Members in = Members.of("hello", value);
    Hello hello =
        new Hello(
            in.integer("versionMin"),
            in.integer("versionMax"),
            textSet(in, "features"),
            in.parsed("device", DeviceId::of),
            in.count("incarnation"),
            in.has("sentOpNo") ? Optional.of(in.count("sentOpNo")) : Optional.empty(),
            author(in),
            in.optional("cursor").map(WireFormat::readCursor),
            in.whole("clock"),
            in.has("workspace")
                ? Optional.of(in.parsed("workspace", WorkspaceId::of))
                : Optional.empty(),
            in.optional("about").map(TeamCodecs::readNote));
    in.end();
    return hello;
  }

  private static Value write(Welcome welcome) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("version", Value.whole(welcome.version()));
    members.put("features", texts(welcome.features()));
    members.put("workspace", Value.text(welcome.workspace().toString()));
    members.put("workspaceName", Value.text(welcome.workspaceName()));
    members.put("epoch", Value.text(welcome.epoch()));
    members.put("head", Value.whole(welcome.head()));
    members.put("clock", Value.whole(welcome.serverMillis()));
    members.put("pushOpsMax", Value.whole(welcome.pushOpsMax()));
    members.put("messageBytesMax", Value.whole(welcome.messageBytesMax()));
    members.put("notice", Value.text(welcome.notice()));
    welcome.standing().ifPresent(standing -> members.put("standing", write(standing)));
    welcome
        .kernelApprovals()
        .ifPresent(approvals -> members.put("kernelApprovals", Value.whole(approvals)));
    return new Value.Entries(members);
  }

  private static Welcome readWelcome(Value value) {
    Members in = Members.of("welcome", value);
    Welcome welcome =
        new Welcome(
            in.integer("version"),
            textSet(in, "features"),
            in.parsed("workspace", WorkspaceId::of),
            in.text("workspaceName"),
            in.text("epoch"),
            in.count("head"),
            in.whole("clock"),
            in.integer("pushOpsMax"),
            in.integer("messageBytesMax"),
            in.text("notice"),
            in.optional("standing").map(WireFormat::readStanding),
            in.has("kernelApprovals")
                ? Optional.of(in.integer("kernelApprovals"))
                : Optional.empty());
    in.end();
    return welcome;
  }

  private static Value write(Standing standing) {
    TreeMap<String, Value> grants = new TreeMap<>();
    standing.grants().forEach((study, level) -> grants.put(study, Value.text(level)));
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("roles", texts(standing.roles()));
    members.put("reads", texts(standing.reads()));
    members.put("grants", new Value.Entries(grants));
    standing.person().ifPresent(person -> members.put("person", Value.text(person.toString())));
    members.put("arrived", Value.whole(standing.arrived()));
    members.put("tag", Value.text(standing.tag()));
    return new Value.Entries(members);
  }

  private static Standing readStanding(Value value) {
    Members in = Members.of("standing", value);
    Standing standing =
        new Standing(
            textSet(in, "roles"),
            textSet(in, "reads"),
            in.entries("grants", GRANTS_MAX, level -> text("grants", level)),
            in.optional("person").map(OpCodecs::recordId),
            in.count("arrived"),
            in.text("tag"));
    in.end();
    return standing;
  }

  private static Value write(Push push) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("version", Value.whole(push.version()));
    members.put("workspace", Value.text(push.workspace().toString()));
    members.put("device", Value.text(push.device().toString()));
    members.put("incarnation", Value.whole(push.incarnation()));
    members.put("author", Value.text(push.author()));
    if (push.clockOffsetMillis() != 0) {
      members.put("clockOffset", Value.whole(push.clockOffsetMillis()));
    }
    members.put("ops", new Value.Items(push.ops().stream().map(OpCodecs::writeOp).toList()));
    return new Value.Entries(members);
  }

  private static Push readPush(Value value) {
    Members in = Members.of("push", value);
    Push push =
        new Push(
            in.integer("version"),
            in.parsed("workspace", WorkspaceId::of),
            in.parsed("device", DeviceId::of),
            in.count("incarnation"),
            author(in),
            in.optional("clockOffset").map(OpCodecs::number).orElse(0L),
            in.items("ops", Protocol.PUSH_OPS_MAX, OpCodecs::readOp));
    in.end();
    return push;
  }

  private static Value write(PushAnswer answer) {
    return new Value.Entries(
        Map.of(
            "outcomes",
            new Value.Items(
                answer.outcomes().stream()
                    .map((OpOutcome outcome) -> OpCodecs.writeOutcome(outcome))
                    .toList()),
            "head",
            Value.whole(answer.head())));
  }

  private static PushAnswer readPushAnswer(Value value) {
    Members in = Members.of("pushAnswer", value);
    PushAnswer answer =
        new PushAnswer(
            in.items("outcomes", Protocol.PUSH_OPS_MAX, OpCodecs::readOpOutcome), in.count("head"));
    in.end();
    return answer;
  }

  private static Value write(PullAnswer answer) {
    return new Value.Entries(
        Map.of(
            "from", Value.whole(answer.from()),
            "cursor", write(answer.cursor()),
            "head", Value.whole(answer.head()),
            "changes",
                new Value.Items(
                    answer.changes().stream().map((Change change) -> write(change)).toList())));
  }

  private static PullAnswer readPullAnswer(Value value) {
    Members in = Members.of("pullAnswer", value);
    PullAnswer answer =
        new PullAnswer(
            in.count("from"),
            readCursor(in.value("cursor")),
            in.count("head"),
            in.items("changes", Protocol.PULL_CHANGES_MAX * 4, WireFormat::readChange));
    in.end();
    return answer;
  }

  /** In the order of the names, which costs least; a pull has thousands of these. */
  private static Value write(Change change) {
    NamedValues.Builder<Value> members = new NamedValues.Builder<>();
    members.add("at", Value.whole(change.atMillis()));
    members.add("author", Value.text(change.author()));
    if (change.deliberate()) {
      members.add("deliberate", new Value.Flag(true));
    }
    members.add("device", Value.text(change.device()));
    members.add("fields", new Value.Entries(change.fields()));
    if (change.gone()) {
      members.add("gone", new Value.Flag(true));
    }
    members.add("kind", Value.text(change.kind()));
    members.add("record", Value.text(change.record().toString()));
    members.add("seq", Value.whole(change.seq()));
    members.add("trashed", new Value.Flag(change.trashed()));
    return new Value.Entries(members.build());
  }

  private static Change readChange(Value value) {
    Members in = Members.of("change", value);
    Change change =
        new Change(
            in.count("seq"),
            in.parsed("record", RecordId::of),
            in.text("kind"),
            in.flag("trashed"),
            in.entries("fields", Kind.FIELDS_MAX, field -> field),
            in.text("author"),
            in.text("device"),
            in.count("at"),
            in.optionalFlag("deliberate"),
            in.optionalFlag("gone"));
    in.end();
    return change;
  }

  private static Value write(Cursor cursor) {
    return new Value.Entries(
        Map.of(
            "workspace", Value.text(cursor.workspace().toString()),
            "epoch", Value.text(cursor.epoch()),
            "seq", Value.whole(cursor.seq()),
            "chain", Value.text(cursor.chain())));
  }

  private static Cursor readCursor(Value value) {
    Members in = Members.of("cursor", value);
    Cursor cursor =
        new Cursor(
            in.parsed("workspace", WorkspaceId::of),
            in.text("epoch"),
            in.count("seq"),
            in.text("chain"));
    in.end();
    return cursor;
  }

  private static String author(Members in) {
    String author = in.text("author");
    if (author.isBlank() || author.length() > Protocol.AUTHOR_LENGTH_MAX) {
      throw new MalformedMessage(
          "author must have 1 to " + Protocol.AUTHOR_LENGTH_MAX + " characters");
    }
    return author;
  }

  private static Value texts(Set<String> texts) {
    return new Value.Items(texts.stream().sorted().map(Value::text).toList());
  }

  private static Set<String> textSet(Members in, String name) {
    List<String> texts = in.items(name, FEATURES_MAX, item -> text(name, item));
    return new LinkedHashSet<>(texts);
  }

  private static String text(String name, Value item) {
    if (item instanceof Value.Text(String text)) {
      return text;
    }
    throw new MalformedMessage(name + " must hold texts");
  }

  private static <T> Codec<T> codec(Function<T, Value> writer, Function<Value, T> reader) {
    return new Codec<>() {
      @Override
      public Value write(T message) {
        return writer.apply(message);
      }

      @Override
      public T read(Value value) {
        return reader.apply(value);
      }
    };
  }
}
