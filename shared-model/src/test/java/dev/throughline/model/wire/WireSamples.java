package dev.throughline.model.wire;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.DeviceNote;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.NewWorkspace;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.model.sync.Splice;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.sync.WorkspaceList;
import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One message of every type, the same on every run. */
public final class WireSamples {
  private static final WorkspaceId WORKSPACE =
      WorkspaceId.of("01900000-0000-7000-8000-000000000001");
  private static final DeviceId DEVICE = DeviceId.of("01900000-0000-7000-8000-000000000002");
  private static final RecordId RECORD = RecordId.of("01900000-0000-7000-8000-000000000003");
  private static final GroupId GROUP = GroupId.of("01900000-0000-7000-8000-000000000004");
  private static final Cursor CURSOR = new Cursor(WORKSPACE, "b1946ac9", 41, "00ff");

  /** A message with its name and its codec. */
  public record Sample<T>(String name, Codec<T> codec, T message) {}

  private WireSamples() {}

  public static List<Sample<?>> all() {
    return List.of(
        new Sample<>("hello", WireFormat.HELLO, hello()),
        new Sample<>("hello-to-workspace", WireFormat.HELLO, helloToWorkspace()),
        new Sample<>("workspace-list", WireFormat.WORKSPACE_LIST, workspaceList()),
        new Sample<>(
            "new-workspace", WireFormat.NEW_WORKSPACE, new NewWorkspace(WORKSPACE, "Growth")),
        new Sample<>("device-list", WireFormat.DEVICE_LIST, deviceList()),
        new Sample<>("welcome", WireFormat.WELCOME, welcome()),
        new Sample<>("welcome-signed-in", WireFormat.WELCOME, welcomeSignedIn()),
        new Sample<>("welcome-to-kernel", WireFormat.WELCOME, welcomeToKernel()),
        new Sample<>("push", WireFormat.PUSH, push()),
        new Sample<>("push-of-sets", WireFormat.PUSH, pushOfSets()),
        new Sample<>("push-answer", WireFormat.PUSH_ANSWER, pushAnswer()),
        new Sample<>("pull-answer", WireFormat.PULL_ANSWER, pullAnswer()),
        new Sample<>("record-history", WireFormat.RECORD_HISTORY, recordHistory()),
        new Sample<>("op", WireFormat.OP, op(5, Action.RESTORE, 41, new TreeMap<>())),
        new Sample<>("op-outcome", WireFormat.OP_OUTCOME, new OpOutcome(6, new Outcome.Merged(45))),
        new Sample<>("value", WireFormat.VALUE, everyShape()));
  }

  public static Hello hello() {
    return new Hello(
        1,
        1,
        Set.of("zstd", "hints"),
        DEVICE,
        3,
        Optional.of(17L),
        "Ines K.",
        Optional.of(CURSOR),
        1_795_000_000_000L,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * What came to a greeting later: which workspace it means, and what the device says of itself.
   */
  public static Hello helloToWorkspace() {
    return new Hello(
        1,
        1,
        Set.of("zstd"),
        DEVICE,
        3,
        Optional.empty(),
        "Ines K.",
        Optional.empty(),
        1_795_000_000_000L,
        Optional.of(WORKSPACE),
        Optional.of(new DeviceNote("Linux computer", 12)));
  }

  public static WorkspaceList workspaceList() {
    return new WorkspaceList(List.of(new WorkspaceList.Entry(WORKSPACE, "Team workspace")), true);
  }

  public static DeviceList deviceList() {
    return new DeviceList(
        List.of(
            new DeviceList.Entry(
                DEVICE, "Mac", "Ines K.", true, 1_795_000_000_000L, 12, Optional.empty()),
            new DeviceList.Entry(
                DeviceId.of("01900000-0000-7000-8000-000000000005"),
                "",
                "Jon A.",
                false,
                1_794_000_000_000L,
                0,
                Optional.of(new DeviceList.End("Ines K.", 1_795_000_000_000L)))));
  }

  public static Welcome welcome() {
    return new Welcome(
        1,
        Set.of("zstd"),
        WORKSPACE,
        "Team workspace",
        "b1946ac9",
        42,
        1_795_000_000_123L,
        4_000,
        16 << 20,
        "Anyone on this computer can write here.",
        Optional.empty(),
        Optional.empty());
  }

  public static Welcome welcomeSignedIn() {
    return new Welcome(
        1,
        Set.of("zstd", "standing"),
        WORKSPACE,
        "Team workspace",
        "b1946ac9",
        42,
        1_795_000_000_123L,
        4_000,
        16 << 20,
        "",
        Optional.of(
            new Standing(
                Set.of("Researcher"),
                Set.of("memo", "study"),
                Map.of("all", "none", RECORD.toString(), "owner"),
                Optional.of(RECORD),
                40,
                "00ff00ff00ff00ff")),
        Optional.empty());
  }

  public static Welcome welcomeToKernel() {
    Welcome signedIn = welcomeSignedIn();
    return new Welcome(
            1,
            Set.of("zstd", "standing", "kernel-approvals"),
            signedIn.workspace(),
            signedIn.workspaceName(),
            signedIn.epoch(),
            signedIn.head(),
            signedIn.serverMillis(),
            signedIn.pushOpsMax(),
            signedIn.messageBytesMax(),
            signedIn.notice(),
            signedIn.standing(),
            Optional.empty())
        .saying(3);
  }

  public static Push push() {
    TreeMap<String, FieldChange> create = new TreeMap<>();
    create.put("interview", FieldChange.put(Value.text(RECORD.toString())));
    create.put("notes", FieldChange.put(Value.text("Opens the app only to send the meter photo.")));
    create.put("later", FieldChange.put(everyShape()));
    TreeMap<String, FieldChange> edit = new TreeMap<>();
    edit.put(
        "notes",
        new FieldChange.TextEdit(
            new TextBase.AtBase("0123456789abcdef"), List.of(new Splice(9, 3, "site"))));
    TreeMap<String, FieldChange> inline = new TreeMap<>();
    inline.put(
        "notes",
        new FieldChange.TextEdit(
            new TextBase.Inline("one two"), List.of(new Splice(3, 0, " \uD83D\uDE00"))));
    return new Push(
        1,
        WORKSPACE,
        DEVICE,
        3,
        "Ines K.",
        List.of(
            op(1, Action.EDIT, 0, create),
            op(2, Action.EDIT, 41, edit),
            op(3, Action.EDIT, 41, inline),
            op(4, Action.TRASH, 41, new TreeMap<>())));
  }

  public static PushAnswer pushAnswer() {
    return new PushAnswer(
        List.of(
            new OpOutcome(1, new Outcome.Applied(42)),
            new OpOutcome(2, new Outcome.Merged(43)),
            new OpOutcome(3, new Outcome.Conflicted(44, List.of(RECORD))),
            new OpOutcome(4, new Outcome.Duplicate(new Outcome.Applied(12))),
            new OpOutcome(5, new Outcome.Parked(ParkReason.BASE_UNKNOWN, "unknown base"))),
        44);
  }

  /** What came to the wire later: sets, counters, and how wrong the device's clock is. */
  public static Push pushOfSets() {
    TreeMap<String, FieldChange> fields = new TreeMap<>();
    fields.put(
        "tags",
        new FieldChange.SetEdit(
            new TreeSet<>(Set.of("price", "trust")), new TreeSet<>(Set.of("speed"))));
    fields.put("votes", new FieldChange.Count(-2));
    return new Push(
        1, WORKSPACE, DEVICE, 3, "Ines K.", -86_400_000, List.of(op(5, Action.EDIT, 41, fields)));
  }

  public static PullAnswer pullAnswer() {
    return new PullAnswer(
        40,
        CURSOR,
        44,
        List.of(
            new Change(
                41,
                RECORD,
                "memo",
                false,
                new TreeMap<>(Map.of("notes", Value.text("Keeps paper bills."), "x", everyShape())),
                "Ines K.",
                DEVICE.toString(),
                1_795_000_000_000L),
            Change.gone(43, RECORD, "interview")));
  }

  public static RecordHistory recordHistory() {
    return new RecordHistory(
        RECORD,
        List.of(
            new RecordHistory.Entry(
                44,
                "Ines K.",
                DEVICE.toString(),
                1_795_000_000_000L,
                true,
                false,
                new TreeMap<>(Map.of("notes", Value.text("Keeps paper bills.")))),
            new RecordHistory.Entry(
                12, "Jon A.", "server", 1_794_000_000_000L, false, true, new TreeMap<>())),
        true);
  }

  private static Value everyShape() {
    return new Value.Entries(
        Map.of(
            "nothing", Value.NOTHING,
            "flag", new Value.Flag(true),
            "whole", Value.whole(Long.MIN_VALUE),
            "decimal", new Value.Decimal(new BigDecimal("12.50")),
            "items", new Value.Items(List.of(Value.text(""), Value.whole(0)))));
  }

  private static Op op(
      long number, Action action, long baseSeq, TreeMap<String, FieldChange> fields) {
    return new Op(
        OpId.of("01900000-0000-7000-8000-00000000010" + number),
        number,
        GROUP,
        new Hlc(1_795_000_000_000L + number, 1),
        RECORD,
        "memo",
        action,
        baseSeq,
        fields);
  }
}
