package dev.throughline.model.wire;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.DeviceNote;
import dev.throughline.model.sync.NewWorkspace;
import dev.throughline.model.sync.WorkspaceList;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** Workspaces and devices as value trees, and back. */
final class TeamCodecs {
  private TeamCodecs() {}

  static Value write(DeviceNote note) {
    return new Value.Entries(
        Map.of("name", Value.text(note.name()), "waiting", Value.whole(note.waiting())));
  }

  static DeviceNote readNote(Value value) {
    Members in = Members.of("about", value);
    DeviceNote note =
        new DeviceNote(shortText(in, "name", 0, DeviceNote.NAME_LENGTH_MAX), in.count("waiting"));
    in.end();
    return note;
  }

  static Value write(WorkspaceList list) {
    return new Value.Entries(
        Map.of(
            "workspaces",
                new Value.Items(
                    list.workspaces().stream()
                        .map((WorkspaceList.Entry entry) -> write(entry))
                        .toList()),
            "mayCreate", new Value.Flag(list.mayCreate())));
  }

  static WorkspaceList readWorkspaces(Value value) {
    Members in = Members.of("workspaceList", value);
    WorkspaceList list =
        new WorkspaceList(
            in.items("workspaces", WorkspaceList.WORKSPACES_MAX, TeamCodecs::readWorkspace),
            in.flag("mayCreate"));
    in.end();
    return list;
  }

  private static Value write(WorkspaceList.Entry entry) {
    return new Value.Entries(
        Map.of("id", Value.text(entry.id().toString()), "name", Value.text(entry.name())));
  }

  private static WorkspaceList.Entry readWorkspace(Value value) {
    Members in = Members.of("workspace", value);
    var entry = new WorkspaceList.Entry(in.parsed("id", WorkspaceId::of), in.text("name"));
    in.end();
    return entry;
  }

  static Value write(NewWorkspace made) {
    return new Value.Entries(
        Map.of("id", Value.text(made.id().toString()), "name", Value.text(made.name())));
  }

  static NewWorkspace readNew(Value value) {
    Members in = Members.of("newWorkspace", value);
    NewWorkspace made =
        new NewWorkspace(
            in.parsed("id", WorkspaceId::of),
            shortText(in, "name", 1, WorkspaceList.NAME_LENGTH_MAX));
    in.end();
    return made;
  }

  static Value write(DeviceList list) {
    return new Value.Entries(
        Map.of(
            "devices",
            new Value.Items(
                list.devices().stream().map((DeviceList.Entry entry) -> write(entry)).toList())));
  }

  static DeviceList readDevices(Value value) {
    Members in = Members.of("deviceList", value);
    DeviceList list =
        new DeviceList(in.items("devices", DeviceList.DEVICES_MAX, TeamCodecs::readDevice));
    in.end();
    return list;
  }

  private static Value write(DeviceList.Entry entry) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("device", Value.text(entry.device().toString()));
    members.put("name", Value.text(entry.name()));
    members.put("person", Value.text(entry.person()));
    members.put("yours", new Value.Flag(entry.yours()));
    members.put("seen", Value.whole(entry.seenAtMillis()));
    members.put("waiting", Value.whole(entry.waiting()));
    entry.end().ifPresent(end -> members.put("end", write(end)));
    return new Value.Entries(members);
  }

  private static DeviceList.Entry readDevice(Value value) {
    Members in = Members.of("device", value);
    DeviceList.Entry entry =
        new DeviceList.Entry(
            in.parsed("device", DeviceId::of),
            in.text("name"),
            in.text("person"),
            in.flag("yours"),
            in.count("seen"),
            in.count("waiting"),
            in.optional("end").map(TeamCodecs::readEnd));
    in.end();
    return entry;
  }

  private static Value write(DeviceList.End end) {
    return new Value.Entries(Map.of("by", Value.text(end.by()), "at", Value.whole(end.atMillis())));
  }

  private static DeviceList.End readEnd(Value value) {
    Members in = Members.of("end", value);
    DeviceList.End end = new DeviceList.End(in.text("by"), in.count("at"));
    in.end();
    return end;
  }

  private static String shortText(Members in, String name, int lengthMin, int lengthMax) {
    String text = in.text(name);
    if (text.strip().length() < lengthMin || text.length() > lengthMax) {
      throw new MalformedMessage(
          name + " must have " + lengthMin + " to " + lengthMax + " characters");
    }
    return text;
  }
}
